import { identity, requireRight, requireUser } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { PharmacyKit } from '../kit';
import { location, locationQuery } from '../schema';
import { deleteLocation, findLocation, listLocations, lockLocation } from '../store/locations';

const list = createRoute({
  method: 'get',
  path: '/api/pharmacies',
  summary: 'The locations of the account',
  middleware: requireUser,
  request: { query: locationQuery },
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(location), total: z.number().int() }),
      'The locations by name',
    ),
  },
});

const read = createRoute({
  method: 'get',
  path: '/api/pharmacies/{id}',
  summary: 'One location',
  middleware: requireUser,
  request: { params: idParams },
  responses: { 200: jsonAnswer(location, 'The location') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/pharmacies/{id}',
  summary: 'Delete a location',
  middleware: requireRight('users'),
  request: { params: idParams },
  responses: { 204: { description: 'Deleted' } },
});

/** Reading and deleting locations. */
export function addLocations(api: Api, { db, audit }: PharmacyKit): void {
  api.openapi(list, async (c) => {
    const { search } = c.req.valid('query');
    const items = await listLocations(db, identity(c).accountId, search);
    return c.json({ items, total: items.length }, 200);
  });
  api.openapi(read, async (c) => {
    const key = { id: c.req.valid('param').id, accountId: identity(c).accountId };
    const found = await findLocation(db, key);
    if (!found) throw notFound('location');
    return c.json(found, 200);
  });
  api.openapi(remove, async (c) => {
    const caller = identity(c);
    const key = { id: c.req.valid('param').id, accountId: caller.accountId };
    await db.transaction().execute(async (trx) => {
      const gone = await lockLocation(trx, key);
      if (!gone) throw notFound('location');
      await deleteLocation(trx, key);
      await audit.keep(trx, caller, { action: 'location.deleted', location: gone });
    });
    await audit.flush();
    return c.body(null, 204);
  });
}
