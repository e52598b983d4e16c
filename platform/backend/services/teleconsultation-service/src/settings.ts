import { databaseUrl, peerUrl, secret } from '@officina/shared/config/env';
import { z } from 'zod';

/** The environment of teleconsultation-service. */
export const teleconsultationEnvironment = z.object({
  DATABASE_URL: databaseUrl,
  INTERNAL_KEY: secret,
  NOTIFICATION_URL: peerUrl,
  PRESCRIPTION_URL: peerUrl,
  /** Pause between two signs of life on a quiet stream of events. */
  HEARTBEAT_SECONDS: z.coerce.number().positive().default(15),
  /** A stream ends after this time, so that the reader's session and rights are looked at anew. */
  STREAM_SECONDS: z.coerce.number().positive().default(60),
});

/** Settings of teleconsultation-service after reading. */
export type TeleconsultationSettings = z.output<typeof teleconsultationEnvironment>;
