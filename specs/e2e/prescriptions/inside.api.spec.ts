import type { APIRequestContext } from '@playwright/test';
import { expect } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { test as base } from '../support/inside';
import type { InsidePerson } from '../support/inside';
import { at, inState, line, listed, now, PRESCRIPTIONS, somebody, take } from './support/prescriptions';
import type { Prescription } from './support/prescriptions';

const SERVICE = 'prescription-service';
const INTERNAL = '/internal/prescriptions';
// Only a program of these specs' own has peers that are down, and a database.
const REAL = { tag: '@real:prescription-service' };

/** `test` with another service and an owner, who call a prescription-service whose peers are down. */
const test = base.extend<{ peer: APIRequestContext; owner: InsidePerson }>({
  peer: async ({ inside }, use) => use(await inside.asService(SERVICE)),
  owner: async ({ inside }, use) => use(await inside.asPerson(SERVICE)),
});

function fromConsultation(accountId: string) {
  return {
    accountId,
    patient: somebody('Paula Patient'),
    doctor: somebody('Dr. Frei'),
    lines: [line()],
    note: 'After the consultation',
    reference: `consultation:${crypto.randomUUID()}`,
  };
}

test.describe('prescriptions of other services', { tag: ['@area:prescriptions', '@needs:prescription-service'] }, () => {
  test('another service writes in the name of the doctor', async ({ peer, owner }) => {
    const { accountId, ...wanted } = fromConsultation(owner.accountId);
    const response = await peer.post(INTERNAL, { data: { accountId, ...wanted } });
    expect(response.status()).toBe(201);
    const made = await answerOf<Prescription>(response);
    const { patient, doctor, note } = wanted;
    expect(made).toMatchObject({ patient, doctor, note, state: 'received', lines: [line()] });
    expect(await now(owner.request, made)).toEqual(made);
  });

  test('the same reference twice is one prescription', async ({ peer, owner }) => {
    const data = fromConsultation(owner.accountId);
    const [one, other] = await Promise.all([
      peer.post(INTERNAL, { data }),
      peer.post(INTERNAL, { data }),
    ]);
    const again = await peer.post(INTERNAL, { data });
    const made = await Promise.all([one, other, again].map((answer) => answerOf<Prescription>(answer)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await listed(owner.request)).total).toBe(1);
  });

  test('users and strangers are kept out', async ({ inside, owner }) => {
    const data = fromConsultation(owner.accountId);
    for (const who of [owner.request, await inside.asNobody(SERVICE)]) {
      const response = await who.post(INTERNAL, { data });
      expect(response.status()).toBe(403);
      expect((await problemOf(response)).code).toBe('services-only');
    }
    expect((await listed(owner.request)).total).toBe(0);
  });

  test('a service has no access to what is for users', async ({ peer }) => {
    const response = await peer.get(PRESCRIPTIONS);
    expect(response.status()).toBe(401);
  });

  test('an identity signed with another key is refused', async ({ inside, owner }) => {
    const forged = `e30.e30.${'A'.repeat(43)}`;
    const stranger = await inside.asNobody(SERVICE, forged);
    const response = await stranger.get(`${PRESCRIPTIONS}?search=${owner.accountId}`);
    expect(response.status()).toBe(401);
    expect((await problemOf(response)).code).toBe('identity-invalid');
  });

  test('approval without the inventory is a 503 that names it, and nothing changed', REAL, async ({ owner }) => {
    const lines = [line({ itemId: crypto.randomUUID() })];
    const prescription = await inState(owner.request, 'in-review', { lines });
    const response = await take(owner.request, prescription, 'approve');
    expect(response.status()).toBe(503);
    expect(await problemOf(response)).toMatchObject({ code: 'service-unavailable', service: 'inventory-service' });
    expect(await now(owner.request, prescription)).toEqual(prescription);
  });

  test('what needs no stock goes on without inventory and notifications', REAL, async ({ owner }) => {
    const prescription = await inState(owner.request, 'dispensed');
    expect((await now(owner.request, prescription)).state).toBe('dispensed');
    expect((await owner.request.get(`${at(prescription)}/label.pdf`)).status()).toBe(200);
  });

  test('it is ready without its peers', REAL, async ({ inside }) => {
    const response = await (await inside.asNobody(SERVICE)).get('/health/ready');
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ready',
      service: 'prescription-service',
      parts: { database: { status: 'ready' } },
    });
  });

  test('every route stands in its OpenAPI document', async ({ inside }) => {
    const nobody = await inside.asNobody(SERVICE);
    const { paths } = (await (await nobody.get('/openapi.json')).json()) as { paths: object };
    expect(Object.keys(paths).sort()).toEqual([
      '/api/prescriptions',
      '/api/prescriptions/patients/{patientId}/profile',
      '/api/prescriptions/uploads',
      '/api/prescriptions/{id}',
      '/api/prescriptions/{id}/approve',
      '/api/prescriptions/{id}/checks',
      '/api/prescriptions/{id}/dispense',
      '/api/prescriptions/{id}/file',
      '/api/prescriptions/{id}/history',
      '/api/prescriptions/{id}/label.pdf',
      '/api/prescriptions/{id}/reject',
      '/api/prescriptions/{id}/review',
      '/internal/prescriptions',
    ]);
  });
});
