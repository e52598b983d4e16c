import type { Identity } from '@officina/shared/identity/identity';
import { sql } from 'kysely';

import { messageOf } from '../form';
import type { Db } from '../kit';
import type { RoomEventRow } from '../tables';

/** What happened in a room: somebody wrote, or the consultation itself changed. */
export type Happening =
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'changed' };

/**
 * Adds an event. The consultation's row stays locked until the commit, so events become visible in
 * the order of their numbers and without a gap: who has read 7 can never have missed 6.
 */
export async function appendEvent(
  trx: Db,
  author: Identity,
  { consultationId, ...happening }: Happening & { readonly consultationId: string },
): Promise<RoomEventRow> {
  const { last_event: number } = await trx
    .updateTable('consultations')
    .set({ last_event: sql<string>`last_event + 1` })
    .where('id', '=', consultationId)
    .returning('last_event')
    .executeTakeFirstOrThrow();
  return trx
    .insertInto('room_events')
    .values({
      consultation_id: consultationId,
      number,
      author_id: author.userId,
      author_name: author.name,
      ...happening,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The events of a room after a number, the oldest first, some at a time. */
export function eventsAfter(db: Db, consultationId: string, after: number) {
  return db
    .selectFrom('room_events')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('number', '>', String(after))
    .orderBy('number')
    .limit(200)
    .execute();
}

/** One page of what was written in a room: page 1 has the newest, in a page the oldest is first. */
export async function listMessages(
  db: Db,
  consultationId: string,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
) {
  const written = db
    .selectFrom('room_events')
    .where('consultation_id', '=', consultationId)
    .where('type', '=', 'message');
  const [rows, { total }] = await Promise.all([
    written
      .selectAll()
      .orderBy('number', 'desc')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .execute(),
    written.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items: rows.reverse().map(messageOf), total, page, pageSize };
}
