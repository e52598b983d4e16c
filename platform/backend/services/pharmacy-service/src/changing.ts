import { notFound } from '@officina/shared/problems/problem';

import { deedsOf } from './audit/deeds';
import type { Doer } from './audit/entry';
import type { Db, PharmacyKit } from './kit';
import type { Location } from './schema';
import { lockLocation, updateLocation } from './store/locations';
import type { LocationUpdate } from './tables';

/** Which location is changed, by whom. */
export interface ChangeOf {
  readonly id: string;
  readonly by: Doer;
}

/** Decides what changes, by how the location is now; a Problem leaves everything as it is. */
export type Decide = (
  before: Location,
  trx: Db,
) => LocationUpdate | Promise<LocationUpdate>;

/**
 * Changes a location of the doer's account while nobody else can, and tells the audit log.
 *
 * @throws Problem 404 when the account has no such location, and whatever `decide` throws.
 */
export async function changeLocation(
  { db, audit }: PharmacyKit,
  { id, by }: ChangeOf,
  decide: Decide,
): Promise<Location> {
  const key = { id, accountId: by.accountId };
  const changed = await db.transaction().execute(async (trx) => {
    const before = await lockLocation(trx, key);
    if (!before) throw notFound('location');
    const after = await updateLocation(trx, key, await decide(before, trx));
    for (const deed of deedsOf(before, after)) await audit.keep(trx, by, deed);
    return after;
  });
  await audit.flush();
  return changed;
}
