import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';

import type { Logger } from '../logging/logger';
import { reasonOf } from '../problems/reason';
import { notice, numberedNotice } from './notice';
import type { Notice } from './notice';
import { noticeDelivery, pauseAfter } from './noticeDelivery';
import type { PeerOptions } from './serviceClient';

/** The table of notices that were not delivered yet; put it among the service's migrations. */
export const outgoingNotices: Migration = {
  up: async (db) => {
    await sql`
      create table outgoing_notices (
        id uuid primary key,
        notice jsonb not null,
        sender uuid not null,
        attempts int not null default 0,
        due_at timestamptz not null default now(),
        created_at timestamptz not null default now()
      );
      create index outgoing_notices_due on outgoing_notices (due_at);
    `.execute(db);
  },
};

/** What a {@link NoticeSender} works with. */
export interface NoticeSenderOptions extends Omit<PeerOptions, 'peer'> {
  readonly db: Queries;
  readonly log: Logger;
}

/** A service's database or a transaction on it, whatever its tables. */
export type Queries = Pick<Kysely<never>, 'getExecutor'>;

/**
 * Tells users something without ever failing the action that it is about: notices wait in the
 * service's own table `outgoing_notices` until notification-service has taken them.
 *
 * 1. Migrations: `{ '001-first': first, '002-outgoing-notices': outgoingNotices }`.
 * 2. In `create`: `const notices = noticeSender({ db: database.db, self: name,
 *    url: settings.NOTIFICATION_URL, internalKey: settings.INTERNAL_KEY, log })`.
 * 3. In the transaction of the action: `await notices.add(trx, {…})`; without a transaction give
 *    `db`. After the commit: `notices.send()`, which returns at once.
 *
 * It retries by itself, with growing pauses, also what an earlier process left behind. Nothing
 * has to be closed.
 */
export interface NoticeSender {
  /** Keeps a notice for sending; part of the transaction that it is given. */
  add(db: Queries, given: Notice): Promise<void>;
  /** Sends what is due, in the background. */
  send(): void;
}

interface OutgoingNotice {
  readonly id: string;
  readonly notice: unknown;
  readonly attempts: number;
}

const LEASE_SECONDS = 30;
const ORPHANED_SECONDS = 30;
const FIRST_LOOK_MS = 1_000;
const BATCH = 20;

// A notice is sent by the process that wrote it; what that one has not sent in time, anybody sends.
const dueFor = (sender: string) => sql`
  case when sender = ${sender} then due_at
    else greatest(due_at, created_at + make_interval(secs => ${ORPHANED_SECONDS})) end
`;

async function claimDue(db: Queries, sender: string): Promise<readonly OutgoingNotice[]> {
  // Claimed rows are out of reach of other processes while this one delivers them.
  const { rows } = await sql<OutgoingNotice>`
    update outgoing_notices set due_at = now() + make_interval(secs => ${LEASE_SECONDS})
    where id in (
      select id from outgoing_notices where ${dueFor(sender)} <= now()
      order by created_at limit ${BATCH} for update skip locked
    )
    returning id, notice, attempts
  `.execute(db);
  return rows;
}

async function remove(db: Queries, id: string): Promise<void> {
  await sql`delete from outgoing_notices where id = ${id}`.execute(db);
}

async function postpone(db: Queries, { id, attempts }: OutgoingNotice): Promise<void> {
  const pause = pauseAfter(attempts);
  await sql`
    update outgoing_notices
    set attempts = attempts + 1, due_at = now() + make_interval(secs => ${pause}) where id = ${id}
  `.execute(db);
}

async function msUntilNext(db: Queries, sender: string): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(${dueFor(sender)}) - now()) * 1000)::float8 as ms
    from outgoing_notices
  `.execute(db);
  return rows[0]?.ms ?? undefined;
}

function deliverer({ db, ...peer }: NoticeSenderOptions) {
  const deliver = noticeDelivery(peer);
  return async (row: OutgoingNotice): Promise<void> => {
    const body = numberedNotice.parse({ ...Object(row.notice), id: row.id });
    return (await deliver(body)) ? remove(db, row.id) : postpone(db, row);
  };
}

function sending(options: NoticeSenderOptions, sender: string): () => void {
  const { db, log } = options;
  const deliver = deliverer(options);
  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(send, ms).unref();
  };
  const round = async (): Promise<void> => {
    for (let rows = await claimDue(db, sender); rows.length > 0; rows = await claimDue(db, sender)) {
      await Promise.all(rows.map(deliver));
    }
    const wait = await msUntilNext(db, sender);
    if (wait !== undefined) later(Math.max(wait, 0) + 50);
  };
  const send = (): void => {
    again = running;
    if (running) return;
    running = true;
    round()
      .catch((error: unknown) => {
        log.debug({ reason: reasonOf(error) }, 'outgoing notices cannot be read');
        later(FIRST_LOOK_MS);
      })
      .finally(() => {
        running = false;
        if (again) send();
      });
  };
  // What an earlier process could not deliver any more is still in the table.
  later(FIRST_LOOK_MS);
  return send;
}

/** Makes a service's {@link NoticeSender}. */
export function noticeSender(options: NoticeSenderOptions): NoticeSender {
  const sender = randomUUID();
  return {
    add: async (trx, given) => {
      const checked = JSON.stringify(notice.parse(given));
      await sql`
        insert into outgoing_notices (id, notice, sender)
        values (${randomUUID()}, ${checked}, ${sender})
      `.execute(trx);
    },
    send: sending(options, sender),
  };
}
