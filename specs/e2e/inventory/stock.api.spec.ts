import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { addItem, dayIn, itemNow, ITEMS, lotsOf, move, receive, stocked } from './support/stock';
import type { Batch, Item, Move } from './support/stock';

const TAGS = { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] };

test.describe('goods received', TAGS, () => {
  test('goods of a known lot add up, of another lot make a batch', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await addItem(owner);
    const first = await receive(owner, id, { lot: 'A', quantity: 5 });
    const second = await receive(owner, id, { lot: 'A', quantity: 7 });
    expect(second).toEqual({ ...first, quantity: 12 });
    await receive(owner, id, { lot: 'B', quantity: 1 });
    expect(await lotsOf(owner, id)).toEqual({ A: 12, B: 1 });
    expect(await itemNow(owner, id)).toMatchObject({ onHand: 13, available: 13 });
  });

  test('a known lot with another expiry date is refused, and what is there stays', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'A', days: 90, quantity: 5 });
    const data = { lot: 'A', expiresOn: dayIn(91), quantity: 5 };
    const refused = await owner.post(`${ITEMS}/${id}/batches`, { data });
    expect(refused.status()).toBe(409);
    expect(await problemOf(refused)).toMatchObject({ code: 'other-expiry', errors: [{ path: 'expiresOn' }] });
    expect(await lotsOf(owner, id)).toEqual({ A: 5 });
  });

  test('batches stand in the order in which they expire; an expired one is not available', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await addItem(owner);
    await receive(owner, id, { lot: 'LATE', days: 300, quantity: 4 });
    await receive(owner, id, { lot: 'OVER', days: -1, quantity: 3 });
    await receive(owner, id, { lot: 'TODAY', days: 0, quantity: 2 });
    const { items } = await answerOf<{ items: Batch[] }>(await owner.get(`${ITEMS}/${id}/batches`));
    expect(items.map(({ lot, expired }) => ({ lot, expired }))).toEqual([
      { lot: 'OVER', expired: true },
      { lot: 'TODAY', expired: false },
      { lot: 'LATE', expired: false },
    ]);
    expect(await itemNow(owner, id)).toMatchObject({ onHand: 9, available: 6, nextExpiry: dayIn(-1) });
  });

  test('goods without lot, date and quantity are refused at all three fields', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await addItem(owner);
    const data = { lot: ' ', expiresOn: '2027-02-30', quantity: 0 };
    const refused = await owner.post(`${ITEMS}/${id}/batches`, { data });
    expect(refused.status()).toBe(422);
    const paths = (await problemOf(refused)).errors?.map(({ path }) => path);
    expect(paths?.sort()).toEqual(['expiresOn', 'lot', 'quantity']);
  });
});

test.describe('stock moves', TAGS, () => {
  test('dispensing takes first what expires first, over several batches', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'LATE', days: 300, quantity: 10 });
    await receive(owner, id, { lot: 'SOON', days: 20, quantity: 4 });
    const response = await move(owner, id, { kind: 'dispense', quantity: 6 });
    expect(response.status()).toBe(201);
    const { moves, item } = await answerOf<{ moves: Move[]; item: Item }>(response);
    expect(moves.map(({ lot, quantity }) => [lot, quantity])).toEqual([['SOON', -4], ['LATE', -2]]);
    expect(item).toMatchObject({ onHand: 8, available: 8, nextExpiry: dayIn(300) });
    expect(await lotsOf(owner, id)).toEqual({ SOON: 0, LATE: 8 });
  });

  test('dispensing from a named batch leaves the others alone', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'SOON', days: 20, quantity: 4 });
    const { id: batchId } = await receive(owner, id, { lot: 'LATE', days: 300, quantity: 4 });
    await answerOf(await move(owner, id, { kind: 'dispense', quantity: 3, batchId }));
    expect(await lotsOf(owner, id)).toEqual({ SOON: 4, LATE: 1 });
  });

  test('an expired batch is not dispensed, not even when it is named', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await addItem(owner);
    const { id: batchId } = await receive(owner, id, { lot: 'OVER', days: -1, quantity: 4 });
    const named = await move(owner, id, { kind: 'dispense', quantity: 1, batchId });
    expect(named.status()).toBe(409);
    expect((await problemOf(named)).code).toBe('batch-expired');
    const any = await move(owner, id, { kind: 'dispense', quantity: 1 });
    expect((await problemOf(any)).code).toBe('insufficient-stock');
    expect(await lotsOf(owner, id)).toEqual({ OVER: 4 });
  });

  test('more than there is is refused as a whole', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, { name: 'Dafalgan' }, { quantity: 5 });
    const refused = await move(owner, id, { kind: 'dispense', quantity: 6 });
    expect(refused.status()).toBe(409);
    const { code, detail } = await problemOf(refused);
    expect(code).toBe('insufficient-stock');
    expect(detail).toContain('6 units of Dafalgan are wanted, only 5 can be taken');
    expect((await itemNow(owner, id)).onHand).toBe(5);
  });

  test('writing off begins with what has expired', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'GOOD', days: 90, quantity: 5 });
    await receive(owner, id, { lot: 'OVER', days: -5, quantity: 2 });
    await answerOf(await move(owner, id, { kind: 'waste', quantity: 3 }));
    expect(await lotsOf(owner, id)).toEqual({ OVER: 0, GOOD: 4 });
  });

  test('a correction upwards needs a batch and fills it', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await addItem(owner);
    const { id: batchId } = await receive(owner, id, { lot: 'A', quantity: 5 });
    const refused = await move(owner, id, { kind: 'adjust', quantity: 2 });
    expect(refused.status()).toBe(422);
    expect((await problemOf(refused)).errors?.map(({ path }) => path)).toEqual(['batchId']);
    await answerOf(await move(owner, id, { kind: 'adjust', quantity: 2, batchId }));
    expect(await lotsOf(owner, id)).toEqual({ A: 7 });
  });

  test('a correction downwards never ends below nothing', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { quantity: 2 });
    expect((await move(owner, id, { kind: 'adjust', quantity: -3 })).status()).toBe(409);
    await answerOf(await move(owner, id, { kind: 'adjust', quantity: -2 }));
    expect((await itemNow(owner, id)).onHand).toBe(0);
  });

  test("another item's batch is not found", async ({ api }) => {
    const owner = await api.as('owner');
    const [one, other] = await Promise.all([stocked(owner, {}), addItem(owner)]);
    const { id: batchId } = await receive(owner, other.id, { lot: 'OTHER' });
    for (const kind of ['waste', 'adjust']) {
      expect((await move(owner, one.id, { kind, quantity: 1, batchId })).status()).toBe(404);
    }
    expect((await itemNow(owner, other.id)).onHand).toBe(20);
  });

  test('the history tells what, why and who, latest first, page by page', async ({ api }) => {
    const pharmacist = await api.as('pharmacist');
    const { id } = await stocked(await api.as('owner'), {}, { lot: 'A', quantity: 5 });
    await answerOf(await move(pharmacist, id, { kind: 'waste', quantity: 1, reason: 'Broken' }));
    const path = `${ITEMS}/${id}/moves?pageSize=1`;
    const latest = await answerOf<{ items: Move[]; total: number }>(await pharmacist.get(path));
    expect(latest).toMatchObject({
      total: 2,
      items: [{ kind: 'waste', quantity: -1, lot: 'A', reason: 'Broken', actor: { name: 'Petra Pharmacist' } }],
    });
    const older = await answerOf<{ items: Move[] }>(await pharmacist.get(`${path}&page=2`));
    expect(older.items).toMatchObject([{ kind: 'receive', quantity: 5, actor: { name: 'Olivia Owner' } }]);
  });

  test('ten people who dispense at once get no more than there is', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'A', quantity: 3 });
    await receive(owner, id, { lot: 'B', days: 400, quantity: 2 });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => move(owner, id, { kind: 'dispense', quantity: 1 })),
    );
    expect(answers.filter((answer) => answer.status() === 201)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status() === 409)).toHaveLength(5);
    expect(await lotsOf(owner, id)).toEqual({ A: 0, B: 0 });
  });
});
