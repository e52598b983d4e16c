import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table profiles (
    user_id uuid primary key,
    account_id uuid not null,
    phone text not null default ''
  );
  create index profiles_account on profiles (account_id);
  create table account_settings (
    id uuid primary key,
    phone text not null default '',
    email text not null,
    time_zone text not null default 'Europe/Zurich'
  );
  create table audit_entries (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    at timestamptz not null default now(),
    actor_id uuid,
    actor_name text not null,
    action text not null,
    target_type text,
    target_id text,
    target_name text,
    details json not null,
    auth_event bigint constraint audit_entries_auth_event unique
  );
  create index audit_entries_account on audit_entries (account_id, at desc);
  create table audit_cursors (
    account_id uuid primary key,
    last_event bigint not null
  );
`;

/** The first tables: profiles, account settings, audit log. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
