import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';

import type { Db } from '../kit';
import { containing, offsetOf } from '../schema';
import type { Thread, ThreadQuery } from '../schema';

interface ThreadRow {
  readonly id: string;
  readonly subject: string;
  readonly created_at: Date;
  readonly people: readonly { readonly id: string; readonly name: string | null }[];
  readonly last_author: string;
  readonly last_text: string;
  readonly last_sent_at: Date;
  readonly messages: number;
  readonly unread: number;
  readonly total: number;
}

const ORDER = {
  lastAt: sql`last_at asc`,
  '-lastAt': sql`last_at desc`,
  subject: sql`lower(subject) asc`,
  '-subject': sql`lower(subject) desc`,
} as const;

// A thread belongs to who takes part in it, within the account; all questions start from here.
const ownThreads = ({ userId, accountId }: Identity) => sql`
  select t.*, p.last_read,
    (select count(*)::int from messages m where m.thread_id = t.id) as messages,
    (select count(*)::int from messages m where m.thread_id = t.id
      and m.number > p.last_read and m.author_id <> p.user_id) as unread,
    (select jsonb_agg(jsonb_build_object('id', o.user_id, 'name', who.name) order by who.name, o.user_id)
      from participants o left join people who
        on who.user_id = o.user_id and who.account_id = t.account_id
      where o.thread_id = t.id) as people
  from participants p join threads t on t.id = p.thread_id
  where p.user_id = ${userId} and t.account_id = ${accountId}
`;

const lastMessage = sql`
  select m.author_name as last_author, m.text as last_text, m.created_at as last_sent_at
  from messages m where m.thread_id = own.id order by m.number desc limit 1
`;

function threadOf(row: ThreadRow): Thread {
  const { id, subject, people, messages, unread } = row;
  return {
    id,
    subject,
    participants: [...people],
    lastMessage: {
      authorName: row.last_author,
      text: row.last_text,
      at: row.last_sent_at.toISOString(),
    },
    messages,
    unread,
    createdAt: row.created_at.toISOString(),
  };
}

function wanted({ search, unread }: ThreadQuery) {
  const pattern = containing(search ?? '');
  const found = search
    ? sql`(subject ilike ${pattern} or exists (
        select 1 from messages m where m.thread_id = own.id and m.text ilike ${pattern}))`
    : sql`true`;
  return unread ? sql`${found} and unread > 0` : found;
}

/** The threads of a user. */
export async function listThreads(db: Db, reader: Identity, query: ThreadQuery) {
  const { rows } = await sql<ThreadRow>`
    with own as (${ownThreads(reader)}), found as (select * from own where ${wanted(query)})
    select own.*, last.*, (select count(*)::int from found) as total
    from found as own cross join lateral (${lastMessage}) as last
    order by ${ORDER[query.sort]}, own.id limit ${query.pageSize} offset ${offsetOf(query)}
  `.execute(db);
  const { page, pageSize } = query;
  const total = rows[0]?.total ?? (page === 1 ? 0 : await countThreads(db, reader, query));
  return { items: rows.map(threadOf), total, page, pageSize };
}

async function countThreads(db: Db, reader: Identity, query: ThreadQuery): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from (${ownThreads(reader)}) as own where ${wanted(query)}
  `.execute(db);
  return rows[0]?.total ?? 0;
}

/** One thread of a user; the thread of others is as good as none. */
export async function readThread(db: Db, reader: Identity, id: string): Promise<Thread> {
  const { rows } = await sql<ThreadRow>`
    select own.*, last.* from (${ownThreads(reader)}) as own
    cross join lateral (${lastMessage}) as last where own.id = ${id}
  `.execute(db);
  if (!rows[0]) throw notFound('thread');
  return threadOf(rows[0]);
}

/** Makes an empty thread; it must get its first message in the same transaction. */
export async function insertThread(
  db: Db,
  { accountId, subject }: { readonly accountId: string; readonly subject: string },
  userIds: readonly string[],
): Promise<string> {
  const { id } = await db
    .insertInto('threads')
    .values({ account_id: accountId, subject })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('participants')
    .values(userIds.map((userId) => ({ thread_id: id, user_id: userId })))
    .execute();
  return id;
}

/** Who takes part in a thread; it ends in 404 when the reader does not. */
export async function participantsOf(
  db: Db,
  reader: Identity,
  threadId: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('participants as p')
    .innerJoin('threads as t', 't.id', 'p.thread_id')
    .select('p.user_id')
    .where('t.id', '=', threadId)
    .where('t.account_id', '=', reader.accountId)
    .execute();
  const userIds = rows.map(({ user_id }) => user_id);
  if (!userIds.includes(reader.userId)) throw notFound('thread');
  return userIds;
}
