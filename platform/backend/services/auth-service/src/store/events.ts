import type { AuthAction } from '@officina/shared/audit/actions';
import { sql } from 'kysely';

import type { Db } from '../kit';
import type { Actor } from '../sessions/session';

/** Notes an event for the audit log. */
export async function recordEvent(
  db: Db,
  actor: Actor,
  event: { readonly action: AuthAction; readonly details?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await db
    .insertInto('auth_events')
    .values({
      account_id: actor.account_id,
      user_id: actor.id,
      user_name: actor.name,
      action: event.action,
      details: JSON.stringify(event.details ?? {}),
    })
    .execute();
}

const PAGE = 1_000;

/** Events of an account after the given one, oldest first. */
export function eventsAfter(db: Db, accountId: string, after: number) {
  // Two events can be committed in the other order than they were numbered, so the last seconds
  // are always given again; the reader knows events by their number.
  return db
    .selectFrom('auth_events')
    .selectAll()
    .where('account_id', '=', accountId)
    .where((or) =>
      or.or([
        or('id', '>', String(after)),
        or('at', '>', sql<Date>`now() - interval '10 seconds'`),
      ]),
    )
    .orderBy('id')
    .limit(PAGE)
    .execute();
}
