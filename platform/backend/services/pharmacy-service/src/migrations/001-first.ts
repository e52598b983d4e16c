import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table locations (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    name text not null,
    street text not null,
    postcode text not null,
    city text not null,
    country text not null,
    phone text not null,
    manager_id uuid,
    opening_hours json not null,
    status text not null,
    created_at timestamptz not null default now()
  );
  create index locations_account on locations (account_id, name);
  create table audit_outbox (
    id uuid primary key,
    entry json not null
  );
`;

/** The first tables: locations and what the audit log is still to be told. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
