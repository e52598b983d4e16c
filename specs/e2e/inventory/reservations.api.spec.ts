import type { APIRequestContext } from '@playwright/test';
import { expect } from '../../../fixtures';
import { test as base } from '../support/inside';
import { answerOf, problemOf } from './support/answer';
import { addItem, itemNow, ITEMS, lotsOf, move, receive, stocked } from './support/stock';
import type { Item, Move } from './support/stock';

interface Wanted {
  readonly accountId: string;
  readonly lines: readonly { readonly itemId: string; readonly quantity: number }[];
  readonly reference?: string;
}

const PATH = '/internal/reservations';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** `test` with another service that asks the inventory. */
const test = base.extend<{ peer: APIRequestContext }>({
  peer: async ({ inside }, use) => use(await inside.asService('inventory-service')),
});

function ask(service: APIRequestContext, { reference = crypto.randomUUID(), ...wanted }: Wanted) {
  return service.post(PATH, { data: { reference, ...wanted } });
}

async function reserved(service: APIRequestContext, wanted: Wanted): Promise<string> {
  return (await answerOf<{ id: string }>(await ask(service, wanted))).id;
}

test.describe('reservations', { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] }, () => {
  test('reserved units are on hand, but no longer available', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 10 });
    const response = await ask(peer, { accountId: tenant.id, lines: [{ itemId, quantity: 4 }] });
    expect(response.status()).toBe(201);
    expect(await itemNow(owner, itemId)).toMatchObject({ onHand: 10, reserved: 4, available: 6 });
    const refused = await owner.delete(`${ITEMS}/${itemId}`);
    expect((await problemOf(refused)).detail).toContain('4 are reserved');
  });

  test('one line too many and nothing is reserved at all', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const [one, other] = await Promise.all([
      stocked(owner, { name: 'Plenty' }, { quantity: 10 }),
      stocked(owner, { name: 'Scarce' }, { quantity: 1 }),
    ]);
    const lines = [one, other].map(({ id: itemId }) => ({ itemId, quantity: 2 }));
    const refused = await ask(peer, { accountId: tenant.id, lines });
    expect(refused.status()).toBe(409);
    const { code, detail } = await problemOf(refused);
    expect(code).toBe('insufficient-stock');
    expect(detail).toContain('Scarce');
    expect((await itemNow(owner, one.id)).reserved).toBe(0);
  });

  test('two lines of the same item count together', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 5 });
    const lines = [3, 3].map((quantity) => ({ itemId, quantity }));
    expect((await ask(peer, { accountId: tenant.id, lines })).status()).toBe(409);
  });

  test('ten reservations at once of the last four units: four hold, six are refused', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { lot: 'A', quantity: 3 });
    await receive(owner, itemId, { lot: 'B', days: 400, quantity: 1 });
    const wanted = { accountId: tenant.id, lines: [{ itemId, quantity: 1 }] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(peer, wanted)));
    expect(answers.map((answer) => answer.status()).sort()).toEqual([
      ...[201, 201, 201, 201],
      ...[409, 409, 409, 409, 409, 409],
    ]);
    expect(await itemNow(owner, itemId)).toMatchObject({ onHand: 4, reserved: 4, available: 0 });
  });

  test('sales in one process and reservations in another share the last units', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 5 });
    const wanted = { accountId: tenant.id, lines: [{ itemId, quantity: 1 }] };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => [
        ask(peer, wanted),
        move(owner, itemId, { kind: 'dispense', quantity: 1 }),
      ]).flat(),
    );
    expect(answers.filter((answer) => answer.status() === 201)).toHaveLength(5);
    const { onHand, reserved: held, available } = await itemNow(owner, itemId);
    expect([onHand - held, available]).toEqual([0, 0]);
  });

  test('reservations of the same items in opposite order do not block each other', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const items = await Promise.all([stocked(owner, {}, { quantity: 50 }), stocked(owner, {}, { quantity: 50 })]);
    const lines = items.map(({ id: itemId }) => ({ itemId, quantity: 1 }));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) =>
        ask(peer, { accountId: tenant.id, lines: turn % 2 === 0 ? lines : lines.toReversed() }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([201]));
    expect((await itemNow(owner, items[0].id)).reserved).toBe(12);
  });

  test('asked again with the same reference it is the same reservation; with other lines it is refused', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 9 });
    const wanted = { accountId: tenant.id, reference: 'RX-1', lines: [{ itemId, quantity: 2 }] };
    const first = await reserved(peer, wanted);
    expect(await reserved(peer, wanted)).toBe(first);
    const other = await ask(peer, { ...wanted, lines: [{ itemId, quantity: 3 }] });
    expect(other.status()).toBe(409);
    expect((await problemOf(other)).code).toBe('reference-taken');
    expect((await itemNow(owner, itemId)).reserved).toBe(2);
  });

  test('reserved units are not given to anybody else', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 5 });
    await reserved(peer, { accountId: tenant.id, lines: [{ itemId, quantity: 3 }] });
    for (const change of [{ kind: 'dispense', quantity: 3 }, { kind: 'waste', quantity: 3 }, { kind: 'adjust', quantity: -3 }]) {
      const refused = await move(owner, itemId, change);
      expect((await problemOf(refused)).code).toBe('insufficient-stock');
    }
    expect((await move(owner, itemId, { kind: 'dispense', quantity: 2 })).status()).toBe(201);
  });

  test('a released reservation gives its units back, once', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { quantity: 5 });
    const id = await reserved(peer, { accountId: tenant.id, lines: [{ itemId, quantity: 3 }] });
    expect((await peer.delete(`${PATH}/${id}`)).status()).toBe(204);
    expect((await peer.delete(`${PATH}/${id}`)).status()).toBe(204);
    expect(await itemNow(owner, itemId)).toMatchObject({ reserved: 0, available: 5 });
    const late = await peer.post(`${PATH}/${id}/dispense`);
    expect(late.status()).toBe(409);
    expect((await problemOf(late)).code).toBe('wrong-state');
  });

  test('a dispensed reservation leaves the stock, first expired first, once', async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {}, { lot: 'LATE', days: 300, quantity: 5 });
    await receive(owner, itemId, { lot: 'SOON', days: 9, quantity: 2 });
    const wanted = { accountId: tenant.id, reference: 'RX-2', lines: [{ itemId, quantity: 3 }] };
    const id = await reserved(peer, wanted);
    expect((await peer.post(`${PATH}/${id}/dispense`)).status()).toBe(204);
    expect((await peer.post(`${PATH}/${id}/dispense`)).status()).toBe(204);
    expect(await lotsOf(owner, itemId)).toEqual({ SOON: 0, LATE: 4 });
    expect(await itemNow(owner, itemId)).toMatchObject({ onHand: 4, reserved: 0, available: 4 });
    const { items } = await answerOf<{ items: Move[] }>(await owner.get(`${ITEMS}/${itemId}/moves?pageSize=1`));
    expect(items).toMatchObject([{ kind: 'dispense', reason: 'RX-2', actor: { name: 'prescription-service' } }]);
    expect((await peer.delete(`${PATH}/${id}`)).status()).toBe(409);
  });

  test("another account's item cannot be reserved, nor read by its id", async ({ api, peer, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await stocked(owner, {});
    const refused = await ask(peer, { accountId: crypto.randomUUID(), lines: [{ itemId, quantity: 1 }] });
    expect(refused.status()).toBe(404);
    const read = async (accountId: string) =>
      (await answerOf<{ items: Item[] }>(
        await peer.get('/internal/items', { params: { accountId, ids: `${itemId},${UNKNOWN}` } }),
      )).items.map(({ id }) => id);
    expect(await read(tenant.id)).toEqual([itemId]);
    expect(await read(crypto.randomUUID())).toEqual([]);
  });

  test('what is reserved nowhere is not found', async ({ peer }) => {
    expect((await peer.delete(`${PATH}/${UNKNOWN}`)).status()).toBe(404);
    expect((await peer.post(`${PATH}/${UNKNOWN}/dispense`)).status()).toBe(404);
  });

  test('only services come in: not without an identity, and not through the gateway', async ({ api, inside, tenant }) => {
    const owner = await api.as('owner');
    const { id: itemId } = await addItem(owner);
    const wanted = { accountId: tenant.id, lines: [{ itemId, quantity: 1 }] };
    const bare = await ask(await inside.asNobody('inventory-service'), wanted);
    expect(bare.status()).toBe(403);
    expect((await problemOf(bare)).code).toBe('services-only');
    expect((await ask(owner, wanted)).status()).toBe(404);
    expect((await owner.post(`/api/inventory/../..${PATH}`, { data: wanted })).status()).toBe(404);
  });
});
