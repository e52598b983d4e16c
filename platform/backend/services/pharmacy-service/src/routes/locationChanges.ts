import { identity, requireRight } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { deedsOfAdding } from '../audit/deeds';
import { changeLocation } from '../changing';
import { checkManager, updateOf } from '../editing';
import type { PharmacyKit } from '../kit';
import { refuseIncomplete } from '../publishing';
import { location, locationChange, newLocation } from '../schema';
import { findLocation, insertLocation } from '../store/locations';

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

function addChange(api: Api, kit: PharmacyKit): void {
  api.openapi(change, async (c) => {
    const caller = identity(c);
    const { id } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const before = await findLocation(kit.db, { id, accountId: caller.accountId });
    if (!before) throw notFound('location');
    if (wanted.managerId !== before.managerId) {
      await checkManager(kit.users, caller.accountId, wanted.managerId);
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
    await checkManager(kit.users, caller.accountId, input.managerId);
    const added = await db.transaction().execute(async (trx) => {
      const fresh = await insertLocation(trx, caller.accountId, input);
      for (const deed of deedsOfAdding(fresh)) await audit.keep(trx, caller, deed);
      return fresh;
    });
    await audit.flush();
    return c.json(added, 201);
  });
  addChange(api, kit);
}
