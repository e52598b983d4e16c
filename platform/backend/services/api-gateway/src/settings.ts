import { peerUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

const origins = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((origin) => origin.trim().replace(/\/+$/, '')))
  .transform((list) => list.filter((origin) => origin !== ''))
  .pipe(z.array(z.url()));

/** The environment of api-gateway. */
export const gatewayEnvironment = z.object({
  INTERNAL_KEY: secret,
  AUTH_URL: peerUrl,
  USER_URL: peerUrl,
  PHARMACY_URL: peerUrl,
  NOTIFICATION_URL: peerUrl,
  INVENTORY_URL: peerUrl,
  PRESCRIPTION_URL: peerUrl,
  TELECONSULTATION_URL: peerUrl,
  CORS_ORIGINS: origins,
  RATE_LIMIT: z.union([z.literal('off'), z.coerce.number().int().positive()]).default(600),
  UPSTREAM_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
});

/** Settings of api-gateway after reading. */
export type GatewaySettings = z.output<typeof gatewayEnvironment>;
