import { databaseUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of auth-service. */
export const authEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
  TOKEN_SECRET: secret,
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().positive().default(900),
  REFRESH_TOKEN_SECONDS: z.coerce.number().int().positive().default(2_592_000),
  PASSWORD_COST: z.coerce.number().int().min(8).max(20).default(15),
  LOCKOUT_THRESHOLD: z.coerce.number().int().positive().default(5),
  LOCKOUT_SECONDS: z.coerce.number().int().positive().default(300),
  APP_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  ISSUER: z.string().min(1).default('Officina'),
});

/** Settings of auth-service after reading. */
export type AuthSettings = z.output<typeof authEnvironment>;
