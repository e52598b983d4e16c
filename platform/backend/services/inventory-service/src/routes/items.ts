import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { InventoryKit } from '../kit';
import { item, itemChange, itemQuery, newItem, pageOf } from '../schema';
import { addItem, changeItem, oneItem, pageOfItems, removeItem } from '../store/items';

const middleware = requireRight('inventory');
const path = '/api/inventory/items';
const onePath = `${path}/{id}` as const;

const list = createRoute({
  method: 'get',
  path,
  summary: 'Search the items of the account',
  middleware,
  request: { query: itemQuery },
  responses: { 200: jsonAnswer(pageOf(item), 'One page of items') },
});

const add = createRoute({
  method: 'post',
  path,
  summary: 'Add an item',
  middleware,
  request: { body: jsonBody(newItem) },
  responses: { 201: jsonAnswer(item, 'The new item') },
});

const read = createRoute({
  method: 'get',
  path: onePath,
  summary: 'One item',
  middleware,
  request: { params: idParams },
  responses: { 200: jsonAnswer(item, 'The item') },
});

const change = createRoute({
  method: 'patch',
  path: onePath,
  summary: 'Change an item',
  middleware,
  request: { params: idParams, body: jsonBody(itemChange) },
  responses: { 200: jsonAnswer(item, 'The changed item') },
});

const remove = createRoute({
  method: 'delete',
  path: onePath,
  summary: 'Take an item without stock off the list',
  middleware,
  request: { params: idParams },
  responses: { 204: { description: 'Gone' } },
});

/** Listing, reading and changing items. */
export function addItems(api: Api, { db }: InventoryKit): void {
  api.openapi(list, async (c) =>
    c.json(await pageOfItems(db, identity(c).accountId, c.req.valid('query')), 200),
  );
  api.openapi(add, async (c) =>
    c.json(await addItem(db, identity(c).accountId, c.req.valid('json')), 201),
  );
  api.openapi(read, async (c) => {
    const key = { ...c.req.valid('param'), accountId: identity(c).accountId };
    return c.json(await oneItem(db, key), 200);
  });
  api.openapi(change, async (c) => {
    const key = { ...c.req.valid('param'), accountId: identity(c).accountId };
    return c.json(await changeItem(db, key, c.req.valid('json')), 200);
  });
  api.openapi(remove, async (c) => {
    await removeItem(db, { ...c.req.valid('param'), accountId: identity(c).accountId });
    return c.body(null, 204);
  });
}
