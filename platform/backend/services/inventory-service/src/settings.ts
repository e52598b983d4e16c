import { databaseUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of inventory-service. */
export const inventoryEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
});
