import { databaseUrl, peerUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of prescription-service. */
export const prescriptionEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
  INVENTORY_URL: peerUrl,
  NOTIFICATION_URL: peerUrl,
});
