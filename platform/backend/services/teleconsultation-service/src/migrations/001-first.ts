import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table slots (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    doctor_id uuid not null,
    doctor_name text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    consent_seconds int not null,
    created_at timestamptz not null default now()
  );
  create index slots_account on slots (account_id, starts_at);
  create index slots_doctor on slots (doctor_id, starts_at);
  create table consultations (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    slot_id uuid not null,
    doctor_id uuid not null,
    doctor_name text not null,
    patient_id uuid not null,
    patient_name text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    consent_seconds int not null,
    reason text not null,
    state text not null default 'booked',
    consent_given_at timestamptz,
    consent_expires_at timestamptz,
    patient_joined_at timestamptz,
    opened_at timestamptz,
    ended_at timestamptz,
    cancelled_by text,
    summary text,
    prescription_id uuid,
    prescription_number text,
    notes text not null default '',
    notes_at timestamptz,
    last_event bigint not null default 0,
    created_at timestamptz not null default now()
  );
  create index consultations_account on consultations (account_id, starts_at);
  create unique index consultations_slot_once on consultations (slot_id) where state <> 'cancelled';
  create table room_events (
    id uuid primary key default gen_random_uuid(),
    consultation_id uuid not null references consultations on delete cascade,
    number bigint not null,
    type text not null,
    author_id uuid not null,
    author_name text not null,
    text text not null default '',
    at timestamptz not null default now(),
    unique (consultation_id, number)
  );
`;

/** The first tables: slots, consultations and what happens in their rooms. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
