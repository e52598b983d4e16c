import { randomUUID } from 'node:crypto';
import { defineExchanges, type ExchangeKit } from 'groundwork-e2e/mocks';
import { z } from 'zod';
import { identitiesBy } from '../kit/identities';

const ITEMS = '/api/inventory/items';
const made = z.object({ id: z.uuid() });

type Headers = Readonly<Record<string, string>>;

interface World {
  readonly send: ExchangeKit['send'];
  readonly owner: Headers;
  readonly peer: Headers;
  readonly accountId: string;
}

const item = (gtin: string, name: string) => ({
  gtin,
  name,
  strength: '500 mg',
  form: 'Tablets',
  reorderLevel: 5,
  targetLevel: 20,
});

const idOf = ({ body }: { readonly body?: unknown }) => made.parse(body).id;

async function listing({ send, owner: headers }: World): Promise<readonly [string, string]> {
  const add = (body: object) => send({ method: 'POST', path: ITEMS, headers, body });
  const one = idOf(await add(item('7680000000014', 'Äthanol 5%')));
  const other = idOf(await add(item('76800023', 'Dafalgan')));
  await add(item('07680000000014', 'Again'));
  await add({ ...item('7680000000015', ''), targetLevel: 1 });
  await send({ method: 'PATCH', path: `${ITEMS}/${one}`, headers, body: { reorderLevel: 21 } });
  for (const query of ['search=5%25', 'search=DAFAL', 'sort=-name', 'sort=price', 'pageSize=1&page=2', 'filter=out']) {
    await send({ path: `${ITEMS}?${query}`, headers });
  }
  return [one, other];
}

async function moving({ send, owner: headers }: World, id: string): Promise<void> {
  const post = (part: string, body: object) => send({ method: 'POST', path: `${ITEMS}/${id}/${part}`, headers, body });
  const late = idOf(await post('batches', { lot: 'LATE', expiresOn: '2199-01-31', quantity: 4 }));
  const over = idOf(await post('batches', { lot: 'OVER', expiresOn: '2001-01-31', quantity: 3 }));
  await post('batches', { lot: 'LATE', expiresOn: '2199-02-01', quantity: 4 });
  const move = (kind: string, quantity: number, more: object = {}) =>
    post('moves', { kind, quantity, reason: 'Counted', ...more });
  await move('dispense', 5);
  await move('dispense', 1, { batchId: over });
  await move('dispense', 1, { batchId: randomUUID() });
  await move('adjust', 2);
  await move('adjust', 2, { batchId: late });
  await move('waste', 4);
  for (const part of ['batches', 'moves?pageSize=2']) await send({ path: `${ITEMS}/${id}/${part}`, headers });
  await send({ method: 'DELETE', path: `${ITEMS}/${id}`, headers });
}

async function reserving({ send, peer, owner, accountId }: World, itemId: string): Promise<void> {
  const path = '/internal/reservations';
  const reserve = (reference: string, quantity: number) =>
    send({ method: 'POST', path, headers: peer, body: { accountId, reference, lines: [{ itemId, quantity }] } });
  const held = idOf(await reserve('RX-1', 3));
  await reserve('RX-1', 3);
  await reserve('RX-1', 2);
  await reserve('RX-2', 100);
  await send({ path: `${ITEMS}/${itemId}`, headers: owner });
  await send({ method: 'POST', path: `${path}/${held}/dispense`, headers: peer });
  await send({ method: 'DELETE', path: `${path}/${held}`, headers: peer });
  await send({ path: `/internal/items?ids=${itemId}&accountId=${accountId}`, headers: peer });
  await send({ path: `/internal/items?ids=${itemId}`, headers: peer });
}

/** Items, goods, moves, reservations and reports; who is refused, and why. */
export default defineExchanges(async ({ send, secret }) => {
  const identities = identitiesBy(secret('internal'));
  const accountId = randomUUID();
  const [{ headers: owner }, { headers: doctor }, { headers: stranger }, peer] = await Promise.all([
    identities.person(accountId, 'owner'),
    identities.person(accountId, 'doctor'),
    identities.person(randomUUID(), 'owner'),
    identities.service('prescription-service'),
  ]);
  const world: World = { send, owner, peer, accountId };
  await send({ path: ITEMS });
  await send({ path: ITEMS, headers: doctor });
  const [one, other] = await listing(world);
  await moving(world, one);
  await reserving(world, one);
  await send({ path: `${ITEMS}/${one}`, headers: stranger });
  await send({ method: 'DELETE', path: `${ITEMS}/${other}`, headers: owner });
  await send({ path: `${ITEMS}/${other}`, headers: owner });
  for (const code of ['7680000000014', '7680000000015', '(01)07680000000014(10)LATE', '(01)07680000000014(17)99']) {
    await send({ path: `/api/inventory/scan/${encodeURIComponent(code)}`, headers: owner });
  }
  const paths = ['alerts?days=3650', 'reorder-suggestions', 'reports/stock', 'reports/stock.csv', 'reports/moves?pageSize=3'];
  for (const path of paths) await send({ path: `/api/inventory/${path}`, headers: owner });
});
