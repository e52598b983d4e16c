import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { InventoryKit } from '../kit';
import { batch, goodsReceived, item, move, newMove, pageOf, paging } from '../schema';
import { batchesOf, receive } from '../stock/batches';
import { moveStock } from '../stock/move';
import { pageOfMoves } from '../stock/moves';

const middleware = requireRight('inventory');
const batchesPath = '/api/inventory/items/{id}/batches';
const movesPath = '/api/inventory/items/{id}/moves';

const listBatches = createRoute({
  method: 'get',
  path: batchesPath,
  summary: 'The batches of an item, first expired first',
  middleware,
  request: { params: idParams },
  responses: { 200: jsonAnswer(z.object({ items: z.array(batch) }), 'The batches') },
});

const receiveGoods = createRoute({
  method: 'post',
  path: batchesPath,
  summary: 'Receive goods; the same lot adds up',
  middleware,
  request: { params: idParams, body: jsonBody(goodsReceived) },
  responses: { 201: jsonAnswer(batch, 'The batch with the goods in it') },
});

const listMoves = createRoute({
  method: 'get',
  path: movesPath,
  summary: 'The moves of an item, latest first',
  middleware,
  request: { params: idParams, query: z.object(paging) },
  responses: { 200: jsonAnswer(pageOf(move), 'One page of moves') },
});

const addMove = createRoute({
  method: 'post',
  path: movesPath,
  summary: 'Adjust, write off or dispense; first expired first out',
  middleware,
  request: { params: idParams, body: jsonBody(newMove) },
  responses: {
    201: jsonAnswer(z.object({ moves: z.array(move), item }), 'One move for each batch, and the item'),
  },
});

/** Batches and moves of an item. */
export function addStock(api: Api, { db }: InventoryKit): void {
  api.openapi(listBatches, async (c) => {
    const key = { ...c.req.valid('param'), accountId: identity(c).accountId };
    return c.json({ items: await batchesOf(db, key) }, 200);
  });
  api.openapi(receiveGoods, async (c) => {
    const { accountId, userId, name } = identity(c);
    const goods = c.req.valid('json');
    const work = { goods, actor: { id: userId, name } };
    return c.json(await receive(db, { ...c.req.valid('param'), accountId }, work), 201);
  });
  api.openapi(listMoves, async (c) => {
    const key = { ...c.req.valid('param'), accountId: identity(c).accountId };
    return c.json(await pageOfMoves(db, key, c.req.valid('query')), 200);
  });
  api.openapi(addMove, async (c) => {
    const { accountId, userId, name } = identity(c);
    const work = { wanted: c.req.valid('json'), actor: { id: userId, name } };
    const { moves, item: after } = await moveStock(db, { ...c.req.valid('param'), accountId }, work);
    return c.json({ moves: [...moves], item: after }, 201);
  });
}
