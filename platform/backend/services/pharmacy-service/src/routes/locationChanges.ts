import { identity, requireRight } from '@officina/shared/identity/guards';
import { notFound, Problem } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { PharmacyKit } from '../kit';
import { location, locationChange, newLocation } from '../schema';
import type { Location, LocationChange } from '../schema';
import { findLocation, insertLocation, updateLocation } from '../store/locations';

const create = createRoute({
  method: 'post',
  path: '/api/pharmacies',
  summary: 'Add a location',
  middleware: requireRight('users'),
  request: { body: jsonBody(newLocation) },
  responses: { 201: jsonAnswer(location, 'The location') },
});

const change = createRoute({
  method: 'patch',
  path: '/api/pharmacies/{id}',
  summary: 'Change a location',
  middleware: requireRight('users'),
  request: { params: idParams, body: jsonBody(locationChange) },
  responses: { 200: jsonAnswer(location, 'The location') },
});

async function checkManager(
  { users }: PharmacyKit,
  accountId: string,
  managerId: string | null | undefined,
): Promise<void> {
  if (!managerId || (await users.hasUser(accountId, managerId))) return;
  const kind = { status: 422, code: 'invalid-input' } as const;
  throw new Problem(kind, 'The manager is not a user of this account.', {
    errors: [{ path: 'managerId', message: 'Not a user of this account' }],
  });
}

function changedFields(before: Location, after: Location): Readonly<Record<string, unknown>> {
  const old: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old[field], to }]));
}

function addChange(api: Api, kit: PharmacyKit): void {
  const { db, audit } = kit;
  api.openapi(change, async (c) => {
    const caller = identity(c);
    const wanted: LocationChange = c.req.valid('json');
    const key = { id: c.req.valid('param').id, accountId: caller.accountId };
    const before = await findLocation(db, key);
    if (!before) throw notFound('location');
    if (wanted.managerId !== before.managerId) {
      await checkManager(kit, caller.accountId, wanted.managerId);
    }
    const after = await db.transaction().execute(async (trx) => {
      const changed = await updateLocation(trx, key, wanted);
      if (!changed) throw notFound('location');
      const details = changedFields(before, changed);
      if (Object.keys(details).length > 0) {
        await audit.keep(trx, caller, { action: 'location.updated', location: changed, details });
      }
      return changed;
    });
    await audit.flush();
    return c.json(after, 200);
  });
}

/** Adding and changing locations. */
export function addLocationChanges(api: Api, kit: PharmacyKit): void {
  const { db, audit } = kit;
  api.openapi(create, async (c) => {
    const caller = identity(c);
    const input = c.req.valid('json');
    await checkManager(kit, caller.accountId, input.managerId);
    const added = await db.transaction().execute(async (trx) => {
      const fresh = await insertLocation(trx, caller.accountId, input);
      await audit.keep(trx, caller, { action: 'location.created', location: fresh });
      return fresh;
    });
    await audit.flush();
    return c.json(added, 201);
  });
  addChange(api, kit);
}
