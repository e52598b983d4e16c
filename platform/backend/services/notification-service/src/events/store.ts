import { sql } from 'kysely';

import type { Db } from '../kit';
import { unreadOf } from '../store/unread';
import type { EventLog, EventType, StoredEvent, UserEvent } from './log';

const BATCH = 200;

/**
 * Adds one event to the stream of each given user. The counter's row stays locked until the commit,
 * so a user's events become visible in the order of their numbers and without a gap: who has read
 * number 7 can never have missed number 6.
 */
export async function appendEvents(
  db: Db,
  type: EventType,
  events: readonly UserEvent[],
): Promise<void> {
  const given = JSON.stringify(events.map(({ userId, data }) => ({ user_id: userId, data })));
  await sql`
    with given as (
      select user_id, data from jsonb_to_recordset(${given}::jsonb) as g(user_id uuid, data jsonb)
    ), numbered as (
      insert into streams (user_id, last) select user_id, 1 from given order by user_id
      on conflict (user_id) do update set last = streams.last + 1
      returning user_id, last
    )
    insert into events (user_id, number, type, data)
    select numbered.user_id, numbered.last, ${type}, given.data
    from numbered join given on given.user_id = numbered.user_id
  `.execute(db);
}

async function lastEventNumber(db: Db, userId: string): Promise<number> {
  const row = await db
    .selectFrom('streams')
    .select('last')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

async function eventsAfter(
  db: Db,
  userId: string,
  after: number,
): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['number', 'type', 'data'])
    .where('user_id', '=', userId)
    .where('number', '>', String(after))
    .orderBy('number')
    .limit(BATCH)
    .execute();
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

/** The {@link EventLog} of the database. */
export function eventLog(db: Db): EventLog {
  return {
    newest: (userId) => lastEventNumber(db, userId),
    after: (userId, number) => eventsAfter(db, userId, number),
    unread: (reader) => unreadOf(db, reader),
  };
}
