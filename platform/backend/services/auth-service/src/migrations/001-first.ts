import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table accounts (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    language text not null,
    mfa_policy text not null default 'nobody',
    created_at timestamptz not null default now()
  );
  create table users (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references accounts on delete cascade,
    email text not null constraint users_email_unique unique,
    name text not null,
    role text not null,
    status text not null,
    password_hash text,
    overrides json not null default '{}',
    failed_attempts int not null default 0,
    locked_until timestamptz,
    last_sign_in_at timestamptz,
    mfa_enabled boolean not null default false,
    totp_secret text,
    created_at timestamptz not null default now()
  );
  create index users_account on users (account_id);
  create table sessions (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references users on delete cascade,
    user_agent text not null,
    ip text not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
  );
  create index sessions_user on sessions (user_id);
  create table refresh_tokens (
    hash text primary key,
    session_id uuid not null references sessions on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index refresh_tokens_session on refresh_tokens (session_id);
  create table challenges (
    hash text primary key,
    user_id uuid not null references users on delete cascade,
    tries int not null default 0,
    expires_at timestamptz not null
  );
  create index challenges_user on challenges (user_id);
  create table recovery_codes (
    user_id uuid not null references users on delete cascade,
    hash text not null,
    primary key (user_id, hash)
  );
  create table used_codes (
    user_id uuid not null references users on delete cascade,
    step int not null,
    primary key (user_id, step)
  );
  create table invitations (
    hash text primary key,
    user_id uuid not null references users on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index invitations_user on invitations (user_id);
  create table auth_events (
    id bigint primary key generated always as identity,
    account_id uuid not null references accounts on delete cascade,
    user_id uuid,
    user_name text not null,
    action text not null,
    details json not null default '{}',
    at timestamptz not null default now()
  );
  create index auth_events_account on auth_events (account_id, id);
`;

/** The first tables: accounts, users, sessions, second factor, invitations, events. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
  },
};
