import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { freshGtin, withWrongDigit } from './support/gtin';
import { addItem, itemData, itemNow, ITEMS, move, receive, stocked } from './support/stock';
import type { Item } from './support/stock';
import { strangerApi } from './support/stranger';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

test.describe('inventory items', { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] }, () => {
  test('an item comes back as it was added, with nothing in stock', async ({ api }) => {
    const owner = await api.as('owner');
    const data = itemData({ name: 'Ponstan' });
    const response = await owner.post(ITEMS, { data });
    expect(response.status()).toBe(201);
    const made = await answerOf<Item>(response);
    expect(made).toMatchObject({ ...data, onHand: 0, reserved: 0, available: 0, nextExpiry: null });
    expect(await itemNow(owner, made.id)).toEqual(made);
  });

  for (const { fault, gtin } of [
    { fault: 'a wrong check digit', gtin: withWrongDigit(freshGtin()) },
    { fault: 'a length that no GTIN has', gtin: '7680000004' },
  ]) {
    test(`a GTIN with ${fault} is refused at its field`, async ({ api }) => {
      const response = await (await api.as('owner')).post(ITEMS, { data: itemData({ gtin }) });
      expect(response.status()).toBe(422);
      expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['gtin']);
    });
  }

  test('the same GTIN written with fourteen digits is taken', async ({ api }) => {
    const owner = await api.as('owner');
    const { gtin } = await addItem(owner);
    const response = await owner.post(ITEMS, { data: itemData({ gtin: `0${gtin}` }) });
    expect(response.status()).toBe(409);
    expect(await problemOf(response)).toMatchObject({ code: 'gtin-taken', errors: [{ path: 'gtin' }] });
  });

  test('a target below the reorder level is refused, also when only one of them changes', async ({ api }) => {
    const owner = await api.as('owner');
    const data = itemData({ reorderLevel: 20, targetLevel: 10 });
    const refused = await owner.post(ITEMS, { data });
    expect(refused.status()).toBe(422);
    const { id } = await addItem(owner, { reorderLevel: 10, targetLevel: 20 });
    const change = await owner.patch(`${ITEMS}/${id}`, { data: { reorderLevel: 21 } });
    expect(change.status()).toBe(422);
    expect((await problemOf(change)).errors).toEqual([expect.objectContaining({ path: 'targetLevel' })]);
    expect((await itemNow(owner, id)).reorderLevel).toBe(10);
  });

  test('a change touches what it names and nothing else', async ({ api }) => {
    const owner = await api.as('owner');
    const before = await addItem(owner);
    const response = await owner.patch(`${ITEMS}/${before.id}`, { data: { name: 'Dafalgan Forte', targetLevel: 99 } });
    expect(response.status()).toBe(200);
    const after = { ...before, name: 'Dafalgan Forte', targetLevel: 99 };
    expect(await answerOf(response)).toEqual(after);
    expect(await itemNow(owner, before.id)).toEqual(after);
  });

  test('an item without stock is deleted, and its GTIN is free again', async ({ api }) => {
    const owner = await api.as('owner');
    const { id, gtin } = await addItem(owner);
    expect((await owner.delete(`${ITEMS}/${id}`)).status()).toBe(204);
    expect((await owner.get(`${ITEMS}/${id}`)).status()).toBe(404);
    expect((await addItem(owner, { gtin })).id).not.toBe(id);
  });

  test('an item with stock is not deleted before the last unit is written off', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { quantity: 3 });
    const refused = await owner.delete(`${ITEMS}/${id}`);
    expect(refused.status()).toBe(409);
    expect((await problemOf(refused)).code).toBe('has-stock');
    await answerOf(await move(owner, id, { kind: 'waste', quantity: 3 }));
    expect((await owner.delete(`${ITEMS}/${id}`)).status()).toBe(204);
  });

  for (const { method, path, data } of [
    { method: 'GET', path: '', data: undefined },
    { method: 'PATCH', path: '', data: { name: 'Mine now' } },
    { method: 'DELETE', path: '', data: undefined },
    { method: 'GET', path: '/batches', data: undefined },
    { method: 'POST', path: '/batches', data: { lot: 'X', expiresOn: '2099-01-01', quantity: 1 } },
    { method: 'GET', path: '/moves', data: undefined },
    { method: 'POST', path: '/moves', data: { kind: 'waste', quantity: 1, reason: 'Mine now' } },
  ]) {
    test(`${method} /items/:id${path} does not reach another account's item`, async ({ api, playwright, stack }) => {
      const owner = await api.as('owner');
      const item = await stocked(owner, {});
      const stranger = await strangerApi(playwright.request, stack.apiUrl);
      const response = await stranger.fetch(`${ITEMS}/${item.id}${path}`, { method, data });
      expect(response.status()).toBe(404);
      expect(await problemOf(response)).toMatchObject({ code: 'not-found', service: 'inventory-service' });
      expect(await itemNow(owner, item.id)).toEqual(item);
      await stranger.dispose();
    });
  }

  test('an item that never was is not found', async ({ api }) => {
    const response = await (await api.as('owner')).get(`${ITEMS}/${NOWHERE}`);
    expect(response.status()).toBe(404);
  });

  test('an assistant may receive goods, a doctor may not even look', async ({ api }) => {
    const assistant = await api.as('assistant');
    const { id } = await addItem(assistant);
    expect((await receive(assistant, id)).quantity).toBe(20);
    const refused = await (await api.as('doctor')).get(`${ITEMS}/${id}`);
    expect(refused.status()).toBe(403);
    expect(await problemOf(refused)).toMatchObject({ code: 'missing-right', detail: expect.stringContaining('inventory') });
  });
});
