import type { Identity } from '@officina/shared/identity/identity';
import { sql } from 'kysely';

import { appendEvents } from '../events/store';
import type { Db } from '../kit';
import { offsetOf } from '../schema';
import type { Attachment, Message, Paging } from '../schema';
import { attach } from './attachments';

interface MessageRow {
  readonly id: string;
  readonly thread_id: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly text: string;
  readonly created_at: Date;
  readonly files: readonly Attachment[] | null;
  readonly read_by: readonly string[] | null;
}

function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    threadId: row.thread_id,
    author: { id: row.author_id, name: row.author_name },
    text: row.text,
    attachments: [...(row.files ?? [])],
    createdAt: row.created_at.toISOString(),
    readBy: [...(row.read_by ?? [])],
  };
}

const filesOf = sql`
  select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size)
    order by a.created_at, a.id) from attachments a where a.message_id = m.id
`;
const readersOf = sql`
  select jsonb_agg(p.user_id order by p.user_id) from participants p
  where p.thread_id = m.thread_id and p.user_id <> m.author_id and p.last_read >= m.number
`;

/** Messages of a thread: page 1 has the newest, and within a page the oldest is first. */
export async function listMessages(db: Db, threadId: string, paging: Paging) {
  const { page, pageSize } = paging;
  const { rows } = await sql<MessageRow>`
    select m.*, (${filesOf}) as files, (${readersOf}) as read_by from (
      select * from messages where thread_id = ${threadId}
      order by number desc limit ${pageSize} offset ${offsetOf(paging)}
    ) as m order by m.number
  `.execute(db);
  const { total } = await db
    .selectFrom('messages')
    .select((count) => count.fn.countAll<string>().as('total'))
    .where('thread_id', '=', threadId)
    .executeTakeFirstOrThrow();
  return { items: rows.map(messageOf), total: Number(total), page, pageSize };
}

/** A message to write into a thread. */
export interface Draft {
  readonly threadId: string;
  readonly text: string;
  readonly attachmentIds: readonly string[];
}

/** Writes a message and tells everybody in its thread; to be called in a transaction. */
export async function writeMessage(
  db: Db,
  author: Identity,
  draft: Draft & { readonly userIds: readonly string[] },
): Promise<Message> {
  const { threadId, text, attachmentIds, userIds } = draft;
  // The thread's row stays locked until the commit, so its messages appear in their order and
  // "read up to here" cannot cover one that nobody could see yet.
  await db
    .updateTable('threads')
    .set({ last_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', threadId)
    .execute();
  const row = await db
    .insertInto('messages')
    .values({ thread_id: threadId, author_id: author.userId, author_name: author.name, text })
    .returningAll()
    .executeTakeFirstOrThrow();
  const files = await attach(db, author, { messageId: row.id, ids: attachmentIds });
  await moveReadMark(db, author.userId, threadId);
  const message = messageOf({ ...row, files, read_by: null });
  const data = { threadId, message };
  await appendEvents(db, 'message', userIds.map((userId) => ({ userId, data })));
  return message;
}

async function moveReadMark(db: Db, userId: string, threadId: string): Promise<boolean> {
  const newest = sql<string>`(select max(number) from messages where thread_id = ${threadId})`;
  const { numUpdatedRows } = await db
    .updateTable('participants')
    .set({ last_read: newest })
    .where('thread_id', '=', threadId)
    .where('user_id', '=', userId)
    .where('last_read', '<', newest)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks a thread read and tells everybody in it; returns whether anything was unread. */
export async function markRead(
  db: Db,
  reader: Identity,
  thread: { readonly id: string; readonly userIds: readonly string[] },
): Promise<boolean> {
  if (!(await moveReadMark(db, reader.userId, thread.id))) return false;
  const data = { threadId: thread.id, userId: reader.userId };
  await appendEvents(db, 'read', thread.userIds.map((userId) => ({ userId, data })));
  return true;
}
