import { sql } from 'kysely';
import type { Migration } from 'kysely';

const TABLES = sql`
  create table items (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    gtin text not null,
    gtin14 text not null,
    name text not null,
    strength text not null,
    form text not null,
    reorder_level integer not null check (reorder_level >= 0),
    target_level integer not null check (target_level >= reorder_level),
    created_at timestamptz not null default now(),
    deleted_at timestamptz
  );
  create unique index items_gtin_unique on items (account_id, gtin14) where deleted_at is null;
  create table batches (
    id uuid primary key default gen_random_uuid(),
    item_id uuid not null references items,
    lot text not null,
    expires_on date not null,
    quantity integer not null check (quantity >= 0),
    created_at timestamptz not null default now(),
    constraint batches_lot_unique unique (item_id, lot)
  );
  create table reservations (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null,
    reference text not null,
    state text not null default 'held' check (state in ('held', 'dispensed', 'released')),
    created_at timestamptz not null default now()
  );
  create unique index reservations_reference_unique
    on reservations (account_id, reference) where state = 'held';
  create table reservation_lines (
    reservation_id uuid not null references reservations,
    item_id uuid not null references items,
    quantity integer not null check (quantity > 0),
    primary key (reservation_id, item_id)
  );
  create index reservation_lines_item on reservation_lines (item_id);
  create table moves (
    id uuid primary key default gen_random_uuid(),
    number bigint generated always as identity,
    account_id uuid not null,
    item_id uuid not null references items,
    batch_id uuid not null references batches,
    kind text not null check (kind in ('receive', 'adjust', 'waste', 'dispense')),
    quantity integer not null check (quantity <> 0),
    reason text not null,
    actor_id uuid,
    actor_name text not null,
    at timestamptz not null default now()
  );
  create index moves_item on moves (item_id, number desc);
  create index moves_account on moves (account_id, at desc);
`;

// Days end in UTC, so that the service says the same wherever it runs.
const VIEWS = sql`
  create view batch_stock as
    select id, item_id, lot, to_char(expires_on, 'YYYY-MM-DD') as expires_on, quantity,
      expires_on < (now() at time zone 'utc')::date as expired,
      expires_on - (now() at time zone 'utc')::date as days_left,
      created_at
    from batches;
  create view item_stock as
    select i.id, i.account_id, i.gtin, i.gtin14, i.name, i.strength, i.form,
      i.reorder_level, i.target_level, i.created_at,
      stock.on_hand, held.reserved,
      greatest(0, stock.usable - held.reserved) as available, stock.next_expiry
    from items i
    cross join lateral (
      select coalesce(sum(b.quantity), 0)::int as on_hand,
        coalesce(sum(b.quantity) filter (where not b.expired), 0)::int as usable,
        min(b.expires_on) filter (where b.quantity > 0) as next_expiry
      from batch_stock b where b.item_id = i.id
    ) stock
    cross join lateral (
      select coalesce(sum(l.quantity), 0)::int as reserved
      from reservation_lines l join reservations r on r.id = l.reservation_id
      where l.item_id = i.id and r.state = 'held'
    ) held
    where i.deleted_at is null;
`;

/** The first tables: items, batches, reservations and moves, and what is in stock of them. */
export const first: Migration = {
  up: async (db) => {
    await TABLES.execute(db);
    await VIEWS.execute(db);
  },
};
