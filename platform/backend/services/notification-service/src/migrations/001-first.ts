import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table people (
    user_id uuid primary key,
    account_id uuid not null,
    name text not null,
    email text not null
  );
  create table threads (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    subject text not null,
    created_at timestamptz not null default now(),
    last_at timestamptz not null default now()
  );
  create table participants (
    thread_id uuid not null references threads on delete cascade,
    user_id uuid not null,
    last_read bigint not null default 0,
    primary key (thread_id, user_id)
  );
  create index participants_user on participants (user_id);
  create table messages (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity,
    thread_id uuid not null references threads on delete cascade,
    author_id uuid not null,
    author_name text not null,
    text text not null,
    created_at timestamptz not null default now()
  );
  create index messages_thread on messages (thread_id, number);
  create table attachments (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    uploaded_by uuid not null,
    message_id uuid references messages on delete cascade,
    name text not null,
    type text not null,
    size int not null,
    content bytea not null,
    created_at timestamptz not null default now()
  );
  create index attachments_message on attachments (message_id);
  create table notifications (
    id uuid primary key default gen_random_uuid(),
    notice_id uuid not null,
    account_id uuid not null,
    user_id uuid not null,
    kind text not null,
    title text not null,
    text text not null,
    link text,
    created_at timestamptz not null default now(),
    read_at timestamptz,
    unique (user_id, notice_id)
  );
  create index notifications_user on notifications (user_id, created_at);
  create table streams (
    user_id uuid primary key,
    last bigint not null
  );
  create table events (
    user_id uuid not null,
    number bigint not null,
    type text not null,
    data jsonb not null,
    at timestamptz not null default now(),
    primary key (user_id, number)
  );
  create index events_at on events (at);
  create table mails (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity,
    account_id uuid not null,
    recipient text not null,
    subject text not null,
    text text not null,
    created_at timestamptz not null default now()
  );
  create index mails_account on mails (account_id, number);
`;

/** The first tables: threads and messages, notifications, live events, mails. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
