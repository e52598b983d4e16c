import { expect } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { test } from './support/inside';
import { at, inState, line, listed, now, PRESCRIPTIONS, somebody, take } from './support/prescriptions';
import type { Prescription } from './support/prescriptions';

const INTERNAL = '/internal/prescriptions';

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

test.describe('prescriptions of other services', { tag: ['@area:prescriptions', '@needs:prescription-service', '@needs:database'] }, () => {
  test('another service writes in the name of the doctor', async ({ inside }) => {
    const { accountId, ...wanted } = fromConsultation(inside.accountId);
    const response = await inside.service.post(INTERNAL, { data: { accountId, ...wanted } });
    expect(response.status()).toBe(201);
    const made = await answerOf<Prescription>(response);
    const { patient, doctor, note } = wanted;
    expect(made).toMatchObject({ patient, doctor, note, state: 'received', lines: [line()] });
    expect(await now(inside.owner, made)).toEqual(made);
  });

  test('the same reference twice is one prescription', async ({ inside }) => {
    const data = fromConsultation(inside.accountId);
    const [one, other] = await Promise.all([
      inside.service.post(INTERNAL, { data }),
      inside.service.post(INTERNAL, { data }),
    ]);
    const again = await inside.service.post(INTERNAL, { data });
    const made = await Promise.all([one, other, again].map((answer) => answerOf<Prescription>(answer)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await listed(inside.owner)).total).toBe(1);
  });

  test('users and strangers are kept out', async ({ inside }) => {
    const data = fromConsultation(inside.accountId);
    for (const who of [inside.owner, inside.nobody]) {
      const response = await who.post(INTERNAL, { data });
      expect(response.status()).toBe(403);
      expect((await problemOf(response)).code).toBe('services-only');
    }
    expect((await listed(inside.owner)).total).toBe(0);
  });

  test('a service has no access to what is for users', async ({ inside }) => {
    const response = await inside.service.get(PRESCRIPTIONS);
    expect(response.status()).toBe(401);
  });

  test('an identity signed with another key is refused', async ({ inside, insideUrl, playwright }) => {
    const forged = `e30.e30.${'A'.repeat(43)}`;
    const context = await playwright.request.newContext({
      baseURL: insideUrl,
      extraHTTPHeaders: { 'x-officina-identity': forged },
    });
    const response = await context.get(`${PRESCRIPTIONS}?search=${inside.accountId}`);
    expect(response.status()).toBe(401);
    expect((await problemOf(response)).code).toBe('identity-invalid');
    await context.dispose();
  });

  test('approval without the inventory is a 503 that names it, and nothing changed', async ({ inside }) => {
    const lines = [line({ itemId: crypto.randomUUID() })];
    const prescription = await inState(inside.owner, 'in-review', { lines });
    const response = await take(inside.owner, prescription, 'approve');
    expect(response.status()).toBe(503);
    expect(await problemOf(response)).toMatchObject({ code: 'service-unavailable', service: 'inventory-service' });
    expect(await now(inside.owner, prescription)).toEqual(prescription);
  });

  test('what needs no stock goes on without inventory and notifications', async ({ inside }) => {
    const prescription = await inState(inside.owner, 'dispensed');
    expect((await now(inside.owner, prescription)).state).toBe('dispensed');
    expect((await inside.owner.get(`${at(prescription)}/label.pdf`)).status()).toBe(200);
  });

  test('it is ready without its peers', async ({ inside }) => {
    const response = await inside.nobody.get('/health/ready');
    expect(response.status()).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ready',
      service: 'prescription-service',
      parts: { database: { status: 'ready' } },
    });
  });

  test('every route stands in its OpenAPI document', async ({ inside }) => {
    const { paths } = (await (await inside.nobody.get('/openapi.json')).json()) as { paths: object };
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
