import type { ServiceEnv } from '@officina/shared/identity/guards';
import { notFound, Problem } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';

import type { InventoryKit } from '../kit';
import { item, newReservation } from '../schema';
import type { Actor } from '../stock/moves';
import { accountOfReservation, dispense, release, reserve } from '../stock/reservations';
import { itemsWithIds } from '../store/items';

const MOST_IDS = 200;
const ids = z
  .string()
  .transform((list) => list.split(',').filter((id) => id !== ''))
  .pipe(z.array(z.uuid()).max(MOST_IDS));

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
  request: { query: z.object({ ids, accountId: z.uuid().optional() }) },
  responses: { 200: jsonAnswer(z.object({ items: z.array(item) }), 'Those that there are') },
});

/** Lets other services pass, in their own name or in that of the user they work for. */
export const requireInsider = createMiddleware<ServiceEnv>(async (c, next) => {
  if (c.var.caller.kind === 'nobody') {
    const detail = 'Only services of the platform may call this.';
    throw new Problem({ status: 403, code: 'services-only' }, detail);
  }
  await next();
});

// A passed-on user reaches the own account only, whatever the request says.
function refuseOtherAccount(c: Context<ServiceEnv>, accountId: string | undefined): void {
  const { caller } = c.var;
  if (caller.kind === 'user' && caller.identity.accountId !== accountId) throw notFound('account');
}

function actorOf(c: Context<ServiceEnv>): Actor {
  const { caller } = c.var;
  if (caller.kind === 'user') return { id: caller.identity.userId, name: caller.identity.name };
  return { id: null, name: caller.kind === 'service' ? caller.service : '' };
}

function accountFor(c: Context<ServiceEnv>, given: string | undefined): string {
  const { caller } = c.var;
  if (caller.kind === 'user') return caller.identity.accountId;
  if (given !== undefined) return given;
  const detail = 'The input is not valid. accountId: Say of which account';
  throw new Problem({ status: 422, code: 'invalid-input' }, detail, {
    errors: [{ path: 'accountId', message: 'Say of which account' }],
  });
}

/** What other services ask and tell. */
export function addInternal(api: Api, { db }: InventoryKit): void {
  api.openapi(add, async (c) => {
    const wanted = c.req.valid('json');
    refuseOtherAccount(c, wanted.accountId);
    return c.json({ id: await reserve(db, wanted) }, 201);
  });
  api.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    refuseOtherAccount(c, await accountOfReservation(db, id));
    await release(db, id);
    return c.body(null, 204);
  });
  api.openapi(consume, async (c) => {
    const { id } = c.req.valid('param');
    refuseOtherAccount(c, await accountOfReservation(db, id));
    await dispense(db, id, actorOf(c));
    return c.body(null, 204);
  });
  api.openapi(items, async (c) => {
    const query = c.req.valid('query');
    const found = await itemsWithIds(db, accountFor(c, query.accountId), query.ids);
    return c.json({ items: found }, 200);
  });
}
