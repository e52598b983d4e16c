import { randomUUID } from 'node:crypto';
import { defineExchanges, type ExchangeKit } from 'groundwork-e2e/mocks';
import { z } from 'zod';
import { identitiesBy } from '../kit/identities';

const LOCATIONS = '/api/pharmacies';
const GLN = '7601001000001';
// What is open now changes by the hour.
const VAGUE = ['now'];
// The first pixels of a picture: enough to tell its type by.
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const made = z.object({ id: z.uuid(), slug: z.string() });
const madePhoto = z.object({ id: z.uuid() });

type Headers = Readonly<Record<string, string>>;
type Made = z.output<typeof made>;

interface World {
  ask(method: string, path: string, more?: { readonly body?: unknown; readonly headers?: Headers }): Promise<unknown>;
  /** Uploads a photo of a location; returns its id. */
  upload(location: Made): Promise<string>;
  readonly owner: Headers;
  readonly peer: Headers;
}

const place = { name: 'Ärzte-Apotheke', street: 'Marktgasse 1', postcode: '3011', city: 'Zürich', country: 'CH' };
const openingHours = [{ day: 1, from: '08:00', to: '12:00' }];

async function locations({ ask, owner: headers }: World): Promise<readonly [Made, Made]> {
  const add = (more: object = {}) => ask('POST', LOCATIONS, { headers, body: { ...place, ...more } });
  const one = made.parse(await add({ status: 'published', openingHours, phone: null }));
  const other = made.parse(await add());
  await add({ status: 'published' });
  await add({ managerId: randomUUID() });
  await add({ name: ' ', country: 'IT', openingHours: [...openingHours, { day: 1, from: '11:00', to: '10:00' }] });
  await ask('PATCH', `${LOCATIONS}/${other.id}`, { headers, body: { name: 'Zur Rose', phone: '+41 31 1' } });
  await ask('PATCH', `${LOCATIONS}/${one.id}`, { headers, body: { openingHours: [] } });
  for (const query of ['', '?search=%C3%A4RZTE', '?search=_']) await ask('GET', `${LOCATIONS}${query}`, { headers });
  return [one, other];
}

async function lists({ ask, owner: headers }: World, { id }: Made): Promise<void> {
  const put = (name: string, list: readonly object[]) =>
    ask('PUT', `${LOCATIONS}/${id}/${name}`, { headers, body: { [name === 'holidays' ? name : 'deliveryZones']: list } });
  const holiday = { date: '2199-12-25', name: 'Christmas' };
  await put('holidays', [holiday, { date: '2001-08-01', name: 'National day', from: '08:00', to: '12:00' }]);
  await put('holidays', [holiday, { ...holiday, from: '08:00' }]);
  const zone = { postcode: 'sw1a 1aa', fee: 500, minimumOrder: 2000, minutes: 45 };
  await put('delivery-zones', [zone]);
  await put('delivery-zones', [zone, { ...zone, postcode: 'SW1A1AA', minutes: 1 }]);
}

async function photos({ ask, owner: headers, upload }: World, location: Made): Promise<string> {
  const at = `${LOCATIONS}/${location.id}/photos`;
  const [first, second] = [await upload(location), await upload(location)];
  await ask('POST', at, { headers, body: { caption: 'No file' } });
  await ask('PATCH', `${at}/${first}`, { headers, body: { caption: 'The door', position: 7 } });
  await ask('DELETE', `${at}/${first}`, { headers });
  await ask('DELETE', `${at}/${first}`, { headers });
  await ask('GET', `${at}/${second}`, { headers });
  return second;
}

async function publicPage({ ask }: World, { one, other, photo }: { readonly one: Made; readonly other: Made; readonly photo: string }) {
  const at = `${LOCATIONS}/public/${one.slug}`;
  const paths = [at, `${at}/delivery?postcode=SW1A%201AA`, `${at}/delivery?postcode=1`, `${at}/delivery`, `${at}/photos/${photo}`];
  for (const path of [...paths, `${LOCATIONS}/public/${other.slug}`]) await ask('GET', path);
}

async function verification({ ask, owner: headers, peer }: World, [one, other]: readonly [Made, Made]): Promise<void> {
  const request = ({ id }: Made, gln = GLN) =>
    ask('POST', `${LOCATIONS}/${id}/verification`, { headers, body: { gln } });
  const decide = ({ id }: Made, body: object) =>
    ask('POST', `/internal${LOCATIONS.replace('/api', '')}/${id}/verification`, { headers: peer, body });
  await request(one, '7601001000002');
  for (const location of [one, other, one]) await request(location);
  await decide(one, { outcome: 'verified' });
  await decide(other, { outcome: 'verified' });
  await decide(other, { outcome: 'refused', reason: ' ' });
  await decide(other, { outcome: 'refused', reason: 'Another name' });
  await request(other);
  await ask('DELETE', `${LOCATIONS}/${other.id}/verification`, { headers });
  await ask('PATCH', `${LOCATIONS}/${one.id}`, { headers, body: { city: 'Thun' } });
}

function uploaderFor(url: ExchangeKit['url'], headers: Headers): World['upload'] {
  return async ({ id }) => {
    const body = new FormData();
    body.set('file', new File([PNG], 'shop.png'));
    const response = await fetch(`${url('pharmacy-service')}${LOCATIONS}/${id}/photos`, { method: 'POST', headers, body });
    return madePhoto.parse(await response.json()).id;
  };
}

/** Locations, their lists, photos, verification and public pages; who is refused, and why. */
export default defineExchanges(async ({ send, secret, url }) => {
  const identities = identitiesBy(secret('internal'));
  const accountId = randomUUID();
  const [{ headers: owner }, { headers: doctor }, { headers: stranger }, peer] = await Promise.all([
    identities.person(accountId, 'owner'),
    identities.person(accountId, 'doctor'),
    identities.person(randomUUID(), 'owner'),
    identities.service('api-gateway'),
  ]);
  const ask: World['ask'] = async (method, path, more) => (await send({ method, path, vague: VAGUE, ...more })).body;
  const world: World = { ask, owner, peer, upload: uploaderFor(url, owner) };
  await ask('GET', LOCATIONS);
  await ask('POST', LOCATIONS, { headers: doctor, body: place });
  const [one, other] = await locations(world);
  await ask('GET', `${LOCATIONS}/${one.id}`, { headers: stranger });
  await ask('POST', `/internal/pharmacies/${one.id}/verification`, { headers: owner, body: { outcome: 'verified' } });
  await lists(world, one);
  const photo = await photos(world, one);
  await publicPage(world, { one, other, photo });
  await verification(world, [one, other]);
  await ask('DELETE', `${LOCATIONS}/${other.id}`, { headers: owner });
  await ask('GET', `${LOCATIONS}/${other.id}`, { headers: owner });
});
