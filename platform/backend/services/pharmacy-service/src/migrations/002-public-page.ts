import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';

import { freeSlug, slugOf } from '../slugs';

const COLUMNS = sql`
  alter table locations
    add column slug text,
    add column description text not null default '',
    add column holidays json not null default '[]',
    add column delivery_zones json not null default '[]',
    add column verification_state text not null default 'unverified',
    add column gln text,
    add column verification_reason text,
    add column verification_requested_at timestamptz,
    add column verification_decided_at timestamptz;
  create unique index locations_verified_gln on locations (gln)
    where verification_state = 'verified';
  create table location_photos (
    id uuid primary key,
    location_id uuid not null references locations on delete cascade,
    position int not null,
    caption text not null,
    type text not null,
    content bytea not null
  );
  create index location_photos_order on location_photos (location_id, position);
`;

// The operator class lets the index serve searches by the beginning of a slug, too.
const SLUG_RULES = sql`
  alter table locations alter column slug set not null;
  create unique index locations_slug on locations (slug text_pattern_ops);
`;

async function giveSlugs(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; name: string; city: string }>`
    select id, name, city from locations order by created_at, id
  `.execute(db);
  const taken = new Set<string>();
  for (const { id, name, city } of rows) {
    const slug = freeSlug(slugOf(name, city), taken);
    taken.add(slug);
    await sql`update locations set slug = ${slug} where id = ${id}`.execute(db);
  }
}

/** What the public page of a location stands on: slug, holidays, delivery, photos, verification. */
export const publicPage: Migration = {
  up: async (db) => {
    await COLUMNS.execute(db);
    await giveSlugs(db);
    await SLUG_RULES.execute(db);
  },
};
