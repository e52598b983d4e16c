import { sql } from 'kysely';

import type { Db } from '../kit';
import type { Reader, Unread } from '../reader';

/** Counts what somebody has not read. */
export async function unreadOf(db: Db, reader: Reader): Promise<Unread> {
  const { userId, accountId, mayReadMessages } = reader;
  const { rows } = await sql<Unread>`
    select
      (select count(*)::int from participants p
        join threads t on t.id = p.thread_id and t.account_id = ${accountId}
        join messages m on m.thread_id = p.thread_id and m.number > p.last_read
        where p.user_id = ${userId} and m.author_id <> p.user_id and ${mayReadMessages}
      ) as messages,
      (select count(*)::int from notifications n
        where n.user_id = ${userId} and n.account_id = ${accountId} and n.read_at is null) as notifications
  `.execute(db);
  return rows[0] ?? { messages: 0, notifications: 0 };
}
