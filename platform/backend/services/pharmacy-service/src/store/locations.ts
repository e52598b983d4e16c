import type { Insertable, Updateable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

import type { Db } from '../kit';
import type { Location, NewLocation } from '../schema';
import { freeSlug, slugOf } from '../slugs';
import type { LocationUpdate, PharmacyTables } from '../tables';
import { locationOf } from '../view';

/** A location of an account. */
export interface LocationKey {
  readonly id: string;
  readonly accountId: string;
}

function locations(db: Db) {
  return db
    .selectFrom('locations')
    .selectAll('locations')
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom('location_photos as photo')
          .select(['photo.id', 'photo.caption', 'photo.type'])
          .whereRef('photo.location_id', '=', 'locations.id')
          .orderBy('photo.position'),
      ).as('photos'),
    );
}

/** The locations of an account that fit a search, by name. */
export async function listLocations(db: Db, accountId: string, search = ''): Promise<Location[]> {
  let query = locations(db).where('account_id', '=', accountId);
  if (search !== '') {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const columns = ['name', 'street', 'postcode', 'city'] as const;
    query = query.where((where) =>
      where.or(columns.map((column) => where(column, 'ilike', pattern))),
    );
  }
  return (await query.orderBy('name').orderBy('id').execute()).map(locationOf);
}

/** One location of an account. */
export async function findLocation(db: Db, key: LocationKey): Promise<Location | undefined> {
  const row = await locations(db)
    .where('id', '=', key.id)
    .where('account_id', '=', key.accountId)
    .executeTakeFirst();
  return row && locationOf(row);
}

/** One published location, whoever asks. */
export async function findPublished(db: Db, slug: string): Promise<Location | undefined> {
  const row = await locations(db)
    .where('slug', '=', slug)
    .where('status', '=', 'published')
    .executeTakeFirst();
  return row && locationOf(row);
}

/** One location of an account, which nobody else changes until the transaction ends. */
export async function lockLocation(trx: Db, key: LocationKey): Promise<Location | undefined> {
  // A query that waits for the lock sees the photos of before; so they are read afterwards.
  await trx
    .selectFrom('locations')
    .select('id')
    .where('id', '=', key.id)
    .where('account_id', '=', key.accountId)
    .forUpdate()
    .execute();
  return findLocation(trx, key);
}

/** The account of a location. */
export async function accountOf(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('locations')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.account_id;
}

async function takenSlugs(db: Db, slug: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('locations')
    .select('slug')
    .where((where) => where.or([where('slug', '=', slug), where('slug', 'like', `${slug}-%`)]))
    .execute();
  return new Set(rows.map((row) => row.slug));
}

type NewRow = Omit<Insertable<PharmacyTables['locations']>, 'slug'>;

async function insertWithSlug(db: Db, row: NewRow): Promise<string> {
  const wanted = slugOf(row.name, row.city);
  for (;;) {
    const slug = freeSlug(wanted, await takenSlugs(db, wanted));
    const added = await db
      .insertInto('locations')
      .values({ ...row, slug })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst();
    // Somebody else was faster with this slug; the next look sees theirs.
    if (added) return added.id;
  }
}

/** Adds a location under a slug of its own. */
export async function insertLocation(
  db: Db,
  accountId: string,
  { managerId, openingHours, ...plain }: NewLocation,
): Promise<Location> {
  const id = await insertWithSlug(db, {
    ...plain,
    account_id: accountId,
    manager_id: managerId,
    opening_hours: JSON.stringify(openingHours),
  });
  return locationOf(await locations(db).where('id', '=', id).executeTakeFirstOrThrow());
}

const asText = (list: readonly unknown[] | undefined) => list && JSON.stringify(list);

// The driver would make an array of the database's own of a list.
function written({
  opening_hours: hours,
  holidays,
  delivery_zones: zones,
  ...plain
}: LocationUpdate): Updateable<PharmacyTables['locations']> {
  return {
    ...plain,
    opening_hours: asText(hours),
    holidays: asText(holidays),
    delivery_zones: asText(zones),
  };
}

/** Changes a location that is there and returns it. */
export async function updateLocation(
  db: Db,
  { id }: LocationKey,
  change: LocationUpdate,
): Promise<Location> {
  if (Object.keys(change).length > 0) {
    await db.updateTable('locations').set(written(change)).where('id', '=', id).execute();
  }
  return locationOf(await locations(db).where('id', '=', id).executeTakeFirstOrThrow());
}

/** Deletes a location with its photos. */
export async function deleteLocation(db: Db, { id }: LocationKey): Promise<void> {
  await db.deleteFrom('locations').where('id', '=', id).execute();
}
