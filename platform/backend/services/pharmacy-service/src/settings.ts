import { databaseUrl, peerUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of pharmacy-service. */
export const pharmacyEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
  USER_URL: peerUrl,
});
