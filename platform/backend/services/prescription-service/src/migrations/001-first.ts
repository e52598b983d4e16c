import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table number_counters (
    account_id uuid primary key,
    last int not null
  );
  create table prescriptions (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    number text not null,
    patient_id uuid not null,
    patient_name text not null,
    doctor_id uuid,
    doctor_name text,
    source text not null,
    lines jsonb not null default '[]',
    note text not null default '',
    state text not null default 'received',
    rejection text,
    reservation_id uuid,
    reference text,
    -- The time of writing, not of the transaction's start, so that it follows the numbers.
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default now(),
    constraint prescriptions_number_unique unique (account_id, number),
    constraint prescriptions_reference_unique unique (account_id, reference)
  );
  create index prescriptions_newest on prescriptions (account_id, created_at desc);
  create index prescriptions_patient on prescriptions (account_id, patient_id);
  create table prescription_files (
    prescription_id uuid primary key references prescriptions on delete cascade,
    name text not null,
    type text not null,
    content bytea not null
  );
  create table prescription_events (
    id bigint primary key generated always as identity,
    prescription_id uuid not null references prescriptions on delete cascade,
    at timestamptz not null default now(),
    actor_id uuid,
    actor_name text not null,
    action text not null,
    from_state text,
    to_state text not null,
    details jsonb not null default '{}'
  );
  create index prescription_events_of on prescription_events (prescription_id, id);
  create table patient_profiles (
    account_id uuid not null,
    patient_id uuid not null,
    allergies jsonb not null,
    primary key (account_id, patient_id)
  );
`;

/** The first tables: prescriptions, their files and history, patient profiles. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
