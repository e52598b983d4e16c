import { databaseUrl, peerUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of user-service. */
export const userEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
  AUTH_URL: peerUrl,
});
