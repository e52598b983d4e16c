import type { ServiceEnv } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { createMiddleware } from 'hono/factory';

import { accountFor, actorOf, refuseOtherAccount, refuseOutsiders } from '../insider';
import type { InventoryKit } from '../kit';
import { insideQuery, item, newReservation } from '../schema';
import { accountOfReservation, dispense, release, reserve } from '../stock/reservations';
import { itemsWithIds } from '../store/items';

const add = createRoute({
  method: 'post',
  path: '/internal/reservations',
  summary: 'Reserve all lines or none; the same reference again is the same reservation',
  request: { body: jsonBody(newReservation) },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), 'The reservation') },
});

const remove = createRoute({
  method: 'delete',
  path: '/internal/reservations/{id}',
  summary: 'Give the reserved units back',
  request: { params: idParams },
  responses: { 204: { description: 'Released' } },
});

const consume = createRoute({
  method: 'post',
  path: '/internal/reservations/{id}/dispense',
  summary: 'Take the reserved units out of stock, first expired first',
  request: { params: idParams },
  responses: { 204: { description: 'Dispensed' } },
});

const items = createRoute({
  method: 'get',
  path: '/internal/items',
  summary: 'Items of an account by their ids',
  request: { query: insideQuery },
  responses: { 200: jsonAnswer(z.object({ items: z.array(item) }), 'Those that there are') },
});

/** Lets other services pass, in their own name or in that of the user they work for. */
export const requireInsider = createMiddleware<ServiceEnv>(async (c, next) => {
  refuseOutsiders(c.var.caller);
  await next();
});

/** What other services ask and tell. */
export function addInternal(api: Api, { db }: InventoryKit): void {
  api.openapi(add, async (c) => {
    const wanted = c.req.valid('json');
    refuseOtherAccount(c.var.caller, wanted.accountId);
    return c.json({ id: await reserve(db, wanted) }, 201);
  });
  api.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    refuseOtherAccount(c.var.caller, await accountOfReservation(db, id));
    await release(db, id);
    return c.body(null, 204);
  });
  api.openapi(consume, async (c) => {
    const { id } = c.req.valid('param');
    refuseOtherAccount(c.var.caller, await accountOfReservation(db, id));
    await dispense(db, id, actorOf(c.var.caller));
    return c.body(null, 204);
  });
  api.openapi(items, async (c) => {
    const query = c.req.valid('query');
    const found = await itemsWithIds(db, accountFor(c.var.caller, query.accountId), query.ids);
    return c.json({ items: found }, 200);
  });
}
