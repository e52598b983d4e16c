import { identity, requireRight } from '@officina/shared/identity/guards';
import { notFound, Problem } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { changeLocation } from '../changing';
import type { PharmacyKit } from '../kit';
import { refuseIncomplete } from '../publishing';
import { location, locationChange, newLocation } from '../schema';
import type { Location, LocationChange } from '../schema';
import { findLocation, insertLocation } from '../store/locations';
import type { LocationUpdate } from '../tables';
import { afterChange } from '../verification';

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
  summary: 'Change a location, publish it or withdraw it from the public',
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

function updateOf(before: Location, wanted: LocationChange): LocationUpdate {
  const { managerId, openingHours, ...plain } = wanted;
  refuseIncomplete(before, { ...before, ...wanted });
  return {
    ...plain,
    ...(managerId === undefined ? {} : { manager_id: managerId }),
    ...(openingHours === undefined ? {} : { opening_hours: JSON.stringify(openingHours) }),
    ...afterChange(before, wanted),
  };
}

function addChange(api: Api, kit: PharmacyKit): void {
  api.openapi(change, async (c) => {
    const caller = identity(c);
    const { id } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const before = await findLocation(kit.db, { id, accountId: caller.accountId });
    if (!before) throw notFound('location');
    if (wanted.managerId !== before.managerId) {
      await checkManager(kit, caller.accountId, wanted.managerId);
    }
    const after = await changeLocation(kit, { id, by: caller }, (now) => updateOf(now, wanted));
    return c.json(after, 200);
  });
}

/** Adding and changing locations. */
export function addLocationChanges(api: Api, kit: PharmacyKit): void {
  const { db, audit } = kit;
  api.openapi(create, async (c) => {
    const caller = identity(c);
    const input = c.req.valid('json');
    refuseIncomplete({ status: 'draft', openingHours: [] }, input);
    await checkManager(kit, caller.accountId, input.managerId);
    const added = await db.transaction().execute(async (trx) => {
      const fresh = await insertLocation(trx, caller.accountId, input);
      await audit.keep(trx, caller, { action: 'location.created', location: fresh });
      if (fresh.status === 'published') {
        await audit.keep(trx, caller, { action: 'location.published', location: fresh });
      }
      return fresh;
    });
    await audit.flush();
    return c.json(added, 201);
  });
  addChange(api, kit);
}
