import { reasonOf } from '@officina/shared/problems/reason';
import { sql } from 'kysely';

import type { NotificationKit } from './kit';

const HOUR_MS = 3_600_000;

/** Removes, now and then, events that nobody resumes from any more and files that were never sent. */
export function keepHouse({ db, log }: Pick<NotificationKit, 'db' | 'log'>): void {
  const clean = async () => {
    await db.deleteFrom('events').where('at', '<', sql<Date>`now() - interval '7 days'`).execute();
    await db
      .deleteFrom('attachments')
      .where('message_id', 'is', null)
      .where('created_at', '<', sql<Date>`now() - interval '1 day'`)
      .execute();
  };
  setInterval(() => {
    clean().catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'cleaning up failed'));
  }, HOUR_MS).unref();
}
