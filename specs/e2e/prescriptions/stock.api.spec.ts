import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { ITEMS, itemNow, stocked } from '../inventory/support/stock';
import type { Move } from '../inventory/support/stock';
import { at, inState, line, now, take } from './support/prescriptions';

test.describe('stock of prescriptions', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service', '@needs:inventory-service'] }, () => {
  test('writing and reviewing hold nothing back', async ({ api }) => {
    const owner = await api.as('owner');
    const item = await stocked(owner, {}, { quantity: 10 });
    await inState(owner, 'in-review', { lines: [line({ itemId: item.id, quantity: 3 })] });
    expect(await itemNow(owner, item.id)).toEqual(item);
  });

  test('approval holds the units back', async ({ api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 10 });
    await inState(owner, 'approved', { lines: [line({ itemId, quantity: 3 })] });
    expect(await itemNow(owner, itemId)).toMatchObject({ onHand: 10, reserved: 3, available: 7 });
  });

  test('a rejection after approval gives them back', async ({ api }) => {
    const owner = await api.as('owner');
    const item = await stocked(owner, {}, { quantity: 10 });
    const lines = [line({ itemId: item.id, quantity: 3 })];
    const prescription = await inState(owner, 'approved', { lines });
    expect((await take(owner, prescription, 'reject')).status()).toBe(200);
    expect(await itemNow(owner, item.id)).toEqual(item);
  });

  test('dispensing takes them out of stock, under the number of the prescription', async ({ api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 10 });
    const { number } = await inState(owner, 'dispensed', { lines: [line({ itemId, quantity: 3 })] });
    expect(await itemNow(owner, itemId)).toMatchObject({ onHand: 7, reserved: 0, available: 7 });
    const { items } = await answerOf<{ items: readonly Move[] }>(await owner.get(`${ITEMS}/${itemId}/moves`));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'dispense', quantity: -3, reason: number }));
  });

  test('too little stock stops the approval and holds nothing back', async ({ api }) => {
    const owner = await api.as('owner');
    const [plenty, scarce] = await Promise.all([
      stocked(owner, { name: 'Plenty' }, { quantity: 50 }),
      stocked(owner, { name: 'Scarce' }, { quantity: 2 }),
    ]);
    const lines = [line({ itemId: plenty.id, quantity: 5 }), line({ itemId: scarce.id, quantity: 3 })];
    const prescription = await inState(owner, 'in-review', { lines });
    const response = await take(owner, prescription, 'approve');
    expect(response.status()).toBe(409);
    const { code, detail } = await problemOf(response);
    expect(code).toBe('insufficient-stock');
    expect(detail).toContain('Scarce');
    expect((await now(owner, prescription)).state).toBe('in-review');
    expect((await itemNow(owner, plenty.id)).reserved).toBe(0);
  });

  test('two lines of one medicine count together', async ({ api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 5 });
    const lines = [line({ itemId, quantity: 3, dose: '1-0-0' }), line({ itemId, quantity: 3, dose: '0-0-1' })];
    const prescription = await inState(owner, 'in-review', { lines });
    const refused = await take(owner, prescription, 'approve');
    expect((await problemOf(refused)).code).toBe('insufficient-stock');
    const fewer = [line({ itemId, quantity: 3 }), line({ itemId, quantity: 2 })];
    await answerOf(await owner.patch(at(prescription), { data: { lines: fewer } }));
    expect((await take(owner, prescription, 'approve')).status()).toBe(200);
    expect((await itemNow(owner, itemId)).available).toBe(0);
  });

  test('of three prescriptions for the last units, as many are approved as there is stock for', async ({ api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 4 });
    const lines = [line({ itemId, quantity: 2 })];
    const rivals = await Promise.all([1, 2, 3].map(() => inState(owner, 'in-review', { lines })));
    const answers = await Promise.all(rivals.map((rival) => take(owner, rival, 'approve')));
    expect(answers.map((answer) => answer.status()).sort()).toEqual([200, 200, 409]);
    expect(await itemNow(owner, itemId)).toMatchObject({ onHand: 4, reserved: 4, available: 0 });
  });

  test('approving twice at once holds the units back once', async ({ api }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 10 });
    const prescription = await inState(owner, 'in-review', { lines: [line({ itemId, quantity: 2 })] });
    await Promise.all([take(owner, prescription, 'approve'), take(owner, prescription, 'approve')]);
    expect((await itemNow(owner, itemId)).reserved).toBe(2);
  });

  test('a medicine that left the inventory stops the approval', async ({ api }) => {
    const owner = await api.as('owner');
    const lines = [line({ itemId: crypto.randomUUID() })];
    const prescription = await inState(owner, 'in-review', { lines });
    const response = await take(owner, prescription, 'approve');
    expect(response.status()).toBe(409);
    expect((await problemOf(response)).code).toBe('unknown-item');
  });
});
