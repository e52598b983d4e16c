import { databaseUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of notification-service. */
export const notificationEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
  APP_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Pause between two signs of life on a quiet stream of events. */
  HEARTBEAT_SECONDS: z.coerce.number().positive().default(15),
  /** A stream ends after this time, so that the reader's session and rights are looked at anew. */
  STREAM_SECONDS: z.coerce.number().positive().default(60),
});

/** Settings of notification-service after reading. */
export type NotificationSettings = z.output<typeof notificationEnvironment>;
