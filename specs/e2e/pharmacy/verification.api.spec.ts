import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { test as base } from '../support/inside';
import type { InsidePerson } from '../support/inside';
import { toldOf } from './support/audit';
import { freshGln } from './support/gln';
import { added, at, now, publicAt, published, refusalOf } from './support/locations';
import type { Location } from './support/locations';

const SERVICE = 'pharmacy-service';
const UNVERIFIED = { state: 'unverified', gln: null, reason: null, requestedAt: null, decidedAt: null };
const A_MOMENT = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

const WRONG_GLNS = [
  { title: 'a wrong check digit', gln: '7601001000002' },
  { title: 'two digits exchanged', gln: '7601001000010' },
  { title: '12 digits', gln: '760100100000' },
  { title: '14 digits, though a right GTIN', gln: '07601001000001' },
  { title: 'a letter', gln: '76010010000O1' },
  { title: 'digits of another script', gln: '٧٦٠١٠٠١٠٠٠٠٠١' },
  { title: 'a number', gln: 7_601_001_000_001 },
  { title: 'none', gln: undefined },
];

const NO_DECISIONS = [
  { title: 'a refusal without a reason', decision: { outcome: 'refused' }, path: 'reason' },
  { title: 'a refusal with a blank reason', decision: { outcome: 'refused', reason: ' ' }, path: 'reason' },
  { title: 'another outcome', decision: { outcome: 'perhaps' }, path: 'outcome' },
];

interface Office {
  decide(location: Pick<Location, 'id'>, decision?: object): Promise<APIResponse>;
}

/** `test` with the office, which calls a pharmacy-service on the stack's database from the inside. */
const test = base.extend<{ office: Office; outsider: InsidePerson }>({
  office: async ({ inside }, use) => {
    const request = await inside.asService(SERVICE);
    await use({
      decide: ({ id }, decision = { outcome: 'verified' }) =>
        request.post(`/internal/pharmacies/${id}/verification`, { data: decision }),
    });
  },
  outsider: async ({ inside }, use) => use(await inside.asPerson(SERVICE, { rights: ['users'] })),
});

const request = (api: APIRequestContext, location: Pick<Location, 'id'>, gln: unknown) =>
  api.post(at(location, '/verification'), { data: { gln } });
const withdraw = (api: APIRequestContext, location: Pick<Location, 'id'>) => api.delete(at(location, '/verification'));
const codeOf = async (response: APIResponse) => [response.status(), (await problemOf(response)).code];

async function verified(api: APIRequestContext, office: Office, location: Location): Promise<string> {
  const gln = freshGln();
  await answerOf(await request(api, location, gln));
  await answerOf(await office.decide(location));
  return gln;
}

test.describe('verification of a location', {
  tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service', '@needs:user-service'],
}, () => {
  test('a GLN that cannot be one is refused', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    for (const { title, gln } of WRONG_GLNS) {
      const refusal = await refusalOf(await request(owner, location, gln));
      expect.soft(refusal, title).toEqual({ status: 422, code: 'invalid-input', paths: ['gln'] });
    }
    expect(await now(owner, location)).toEqual(location);
  });

  test('a request is pending until the office verifies, which everybody sees', async ({ api, office }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const [location, gln] = [await published(owner), freshGln()];
    const isVerified = async () => (await answerOf<{ verified: boolean }>(await nobody.get(publicAt(location)))).verified;
    const pending = await answerOf<Location>(await request(owner, location, ` ${gln} `));
    const expected = { ...UNVERIFIED, state: 'pending', gln, requestedAt: A_MOMENT };
    expect(pending).toEqual({ ...location, verification: expected });
    expect(await isVerified()).toBe(false);
    const decided = await answerOf<Location>(await office.decide(location));
    const { requestedAt } = pending.verification;
    expect(decided).toEqual({
      ...location,
      verification: { ...expected, state: 'verified', requestedAt, decidedAt: A_MOMENT },
    });
    expect(await now(owner, location)).toEqual(decided);
    expect(await isVerified()).toBe(true);
  });

  test('a refusal gives its reason, and a new request clears it', async ({ api, office }) => {
    const owner = await api.as('owner');
    const [location, gln] = [await added(owner), freshGln()];
    await answerOf(await request(owner, location, gln));
    await answerOf(await office.decide(location, { outcome: 'refused', reason: 'No such company' }));
    const refused = { state: 'refused', gln, reason: 'No such company', requestedAt: A_MOMENT, decidedAt: A_MOMENT };
    expect((await now(owner, location)).verification).toEqual(refused);
    const other = freshGln();
    const again = await answerOf<Location>(await request(owner, location, other));
    expect(again.verification).toEqual({ ...UNVERIFIED, state: 'pending', gln: other, requestedAt: A_MOMENT });
  });

  test('each step is possible in its states only', async ({ api, office }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const wrong = [409, 'wrong-state'];
    const steps = () => Promise.all([withdraw(owner, location), office.decide(location)].map(async (step) => codeOf(await step)));
    expect(await steps(), 'unverified').toEqual([wrong, wrong]);
    await answerOf(await request(owner, location, freshGln()));
    expect(await codeOf(await request(owner, location, freshGln())), 'pending').toEqual(wrong);
    await answerOf(await office.decide(location));
    expect(await codeOf(await request(owner, location, freshGln())), 'verified').toEqual(wrong);
    expect(await steps(), 'verified').toEqual([wrong, wrong]);
    expect((await now(owner, location)).verification.state).toBe('verified');
  });

  test('a pending request can be withdrawn', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    await answerOf(await request(owner, location, freshGln()));
    const response = await withdraw(owner, location);
    expect(response.status()).toBe(200);
    expect((await answerOf<Location>(response)).verification).toEqual(UNVERIFIED);
    expect(await now(owner, location)).toEqual(location);
  });

  for (const change of [{ name: 'Rosen-Apotheke' }, { street: 'Gasse 2' }, { postcode: '3600' }, { city: 'Thun' }]) {
    test(`a verified location whose ${Object.keys(change)[0]} changes must be verified again`, async ({ api, office }) => {
      const owner = await api.as('owner');
      const location = await added(owner);
      const gln = await verified(owner, office, location);
      const harmless = { description: 'New', phone: '+41 31 1', name: location.name };
      await answerOf(await owner.patch(at(location), { data: harmless }));
      expect((await now(owner, location)).verification).toMatchObject({ state: 'verified', gln });
      await answerOf(await owner.patch(at(location), { data: change }));
      expect((await now(owner, location)).verification).toEqual({ ...UNVERIFIED, gln });
    });
  }

  test('a GLN belongs to one verified location of the platform', async ({ api, office, outsider }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const theirs = await added(outsider.request);
    const gln = freshGln();
    await answerOf(await request(owner, location, gln));
    await answerOf(await request(outsider.request, theirs, gln));
    await answerOf(await office.decide(theirs));
    expect(await codeOf(await office.decide(location)), 'asked before the other was verified').toEqual([409, 'gln-taken']);
    await answerOf(await withdraw(owner, location));
    expect(await codeOf(await request(owner, location, gln))).toEqual([409, 'gln-taken']);
    expect((await now(owner, location)).verification).toEqual(UNVERIFIED);
    await answerOf(await outsider.request.patch(at(theirs), { data: { city: 'Basel' } }));
    expect((await request(owner, location, gln)).status(), 'given up by the other').toBe(200);
  });

  test('what the office leaves open is no decision', async ({ api, office }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const pending = await answerOf<Location>(await request(owner, location, freshGln()));
    for (const { title, decision, path } of NO_DECISIONS) {
      const refusal = await refusalOf(await office.decide(location, decision));
      expect.soft(refusal, title).toEqual({ status: 422, code: 'invalid-input', paths: [path] });
    }
    expect(await now(owner, location)).toEqual(pending);
  });

  test('nobody but services decides, and only of locations that exist', async ({ inside, office, outsider }) => {
    const location = await added(outsider.request);
    const path = `/internal/pharmacies/${location.id}/verification`;
    for (const who of [outsider.request, await inside.asNobody(SERVICE)]) {
      expect(await codeOf(await who.post(path, { data: { outcome: 'verified' } }))).toEqual([403, 'services-only']);
    }
    expect(await codeOf(await office.decide({ id: crypto.randomUUID() }))).toEqual([404, 'not-found']);
  });

  test('the audit log tells each step, of the office too', async ({ api, office }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const [first, second] = [freshGln(), freshGln()];
    await answerOf(await request(owner, location, first));
    await answerOf(await withdraw(owner, location));
    await answerOf(await request(owner, location, second));
    await answerOf(await office.decide(location, { outcome: 'refused', reason: 'No such company' }));
    // What the office did is told with the next step: its own process has no user-service.
    await answerOf(await request(owner, location, second));
    await answerOf(await office.decide(location));
    await answerOf(await owner.patch(at(location), { data: { city: 'Thun' } }));
    const actor = { id: null, name: 'Officina' };
    const told = await toldOf(owner);
    expect(told.map(({ action }) => action)).toEqual([
      'location.created',
      'location.verification-requested',
      'location.verification-withdrawn',
      'location.verification-requested',
      'location.verification-refused',
      'location.verification-requested',
      'location.verified',
      'location.updated',
    ]);
    expect(told[1]).toMatchObject({ details: { gln: first } });
    expect(told[2]).toMatchObject({ details: { gln: first } });
    expect(told[4]).toMatchObject({ actor, details: { gln: second, reason: 'No such company' } });
    expect(told[6]).toMatchObject({ actor, details: { gln: second } });
    expect(told[7]).toMatchObject({
      details: { city: { from: 'Bern', to: 'Thun' }, verification: { from: { state: 'verified' }, to: { state: 'unverified' } } },
    });
  });
});
