import type { Selectable, Updateable } from 'kysely';

import type { Db } from '../kit';
import type { Location, LocationChange, NewLocation } from '../schema';
import type { PharmacyTables } from '../tables';

/** A location of an account. */
export interface LocationKey {
  readonly id: string;
  readonly accountId: string;
}

function locationOf(row: Selectable<PharmacyTables['locations']>): Location {
  const { id, name, street, postcode, city, country, phone, status } = row;
  return {
    id,
    name,
    street,
    postcode,
    city,
    country,
    phone,
    managerId: row.manager_id,
    openingHours: row.opening_hours.map((time) => ({ ...time })),
    status,
    createdAt: row.created_at.toISOString(),
  };
}

/** The locations of an account that fit a search, by name. */
export async function listLocations(db: Db, accountId: string, search = ''): Promise<Location[]> {
  let query = db.selectFrom('locations').selectAll().where('account_id', '=', accountId);
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
  const row = await db
    .selectFrom('locations')
    .selectAll()
    .where('id', '=', key.id)
    .where('account_id', '=', key.accountId)
    .executeTakeFirst();
  return row && locationOf(row);
}

/** Adds a location. */
export async function insertLocation(
  db: Db,
  accountId: string,
  { managerId, openingHours, ...plain }: NewLocation,
): Promise<Location> {
  const row = await db
    .insertInto('locations')
    .values({
      ...plain,
      account_id: accountId,
      manager_id: managerId,
      opening_hours: JSON.stringify(openingHours),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return locationOf(row);
}

/** Changes a location; returns it, or nothing if there is none. */
export async function updateLocation(
  db: Db,
  key: LocationKey,
  { managerId, openingHours, ...plain }: LocationChange,
): Promise<Location | undefined> {
  const change: Updateable<PharmacyTables['locations']> = {
    id: key.id,
    ...plain,
    ...(managerId === undefined ? {} : { manager_id: managerId }),
    ...(openingHours === undefined ? {} : { opening_hours: JSON.stringify(openingHours) }),
  };
  const row = await db
    .updateTable('locations')
    .set(change)
    .where('id', '=', key.id)
    .where('account_id', '=', key.accountId)
    .returningAll()
    .executeTakeFirst();
  return row && locationOf(row);
}

/** Deletes a location; returns what it was. */
export async function deleteLocation(db: Db, key: LocationKey): Promise<Location | undefined> {
  const row = await db
    .deleteFrom('locations')
    .where('id', '=', key.id)
    .where('account_id', '=', key.accountId)
    .returningAll()
    .executeTakeFirst();
  return row && locationOf(row);
}
