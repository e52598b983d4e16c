import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { handIn, JPEG, PDF, PNG } from './support/files';
import { userOf } from './support/people';
import { at, line, listed, take, written } from './support/prescriptions';
import type { Prescription } from './support/prescriptions';

const PAULA = { patientId: '6f3c1c52-4b1e-4a57-9a3f-0d7f1f5f2b10', patientName: 'Paula Patient' };

test.describe('uploaded prescriptions', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  test('a patient hands a prescription in for themselves', async ({ api, auth }) => {
    const patient = await api.as('patient');
    const response = await handIn(patient, PDF, { note: 'I come on Friday' });
    expect(response.status()).toBe(201);
    expect(await response.json()).toMatchObject({
      patient: await userOf(auth, 'patient'),
      doctor: null,
      source: 'uploaded',
      state: 'received',
      lines: [],
      note: 'I come on Friday',
    });
  });

  test('a patient cannot hand one in for somebody else', async ({ api, auth }) => {
    const response = await handIn(await api.as('patient'), PDF, PAULA);
    expect((await answerOf<Prescription>(response)).patient).toEqual(await userOf(auth, 'patient'));
  });

  test('staff hand one in for a patient whom they name', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await answerOf<Prescription>(await handIn(owner, PDF, PAULA));
    const found = await listed(owner, `patientId=${PAULA.patientId}`);
    expect(found.items).toMatchObject([{ id, patient: { name: 'Paula Patient' } }]);
  });

  for (const missing of ['patientId', 'patientName'] as const) {
    test(`staff who leave ${missing} out are told so`, async ({ api }) => {
      const { [missing]: left, ...fields } = PAULA;
      const response = await handIn(await api.as('owner'), PDF, fields);
      expect(response.status(), `without ${left}`).toBe(422);
      expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual([missing]);
    });
  }

  for (const file of [PDF, PNG, JPEG]) {
    test(`${file.mimeType} comes back byte by byte`, async ({ api }) => {
      const patient = await api.as('patient');
      const prescription = await answerOf<Prescription>(await handIn(patient, file));
      const response = await patient.get(`${at(prescription)}/file`);
      expect(response.headers()).toMatchObject({
        'content-type': file.mimeType,
        'content-disposition': `inline; filename*=UTF-8''${file.name}`,
      });
      expect((await response.body()).equals(file.buffer)).toBe(true);
    });
  }

  test('the content decides the type, not what the file says of itself', async ({ api }) => {
    const patient = await api.as('patient');
    const lying = { ...PNG, name: 'scan.pdf', mimeType: 'application/pdf' };
    const prescription = await answerOf<Prescription>(await handIn(patient, lying));
    const response = await patient.get(`${at(prescription)}/file`);
    expect(response.headers()['content-type']).toBe('image/png');
  });

  test('a web page that calls itself a PDF is refused', async ({ api }) => {
    const page = { ...PDF, buffer: Buffer.from('<script>alert(1)</script>') };
    const response = await handIn(await api.as('patient'), page);
    expect(response.status()).toBe(422);
    expect(await problemOf(response)).toMatchObject({ code: 'unsupported-file', errors: [{ path: 'file' }] });
  });

  test('a file above 5 MB is refused, one of 5 MB is taken', async ({ api }) => {
    const patient = await api.as('patient');
    const most = Buffer.concat([PDF.buffer, Buffer.alloc(5 * 1_048_576 - PDF.buffer.length)]);
    expect((await handIn(patient, { ...PDF, buffer: most })).status()).toBe(201);
    const larger = Buffer.concat([most, Buffer.alloc(1)]);
    const response = await handIn(patient, { ...PDF, buffer: larger });
    expect(response.status()).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: 'too-large' });
    expect((await listed(patient)).total).toBe(1);
  });

  test('an uploaded prescription is approved only after its medicines were written down', async ({ api }) => {
    const owner = await api.as('owner');
    const prescription = await answerOf<Prescription>(await handIn(owner, PDF, PAULA));
    await take(owner, prescription, 'review');
    const refused = await take(owner, prescription, 'approve');
    expect(refused.status()).toBe(409);
    expect((await problemOf(refused)).code).toBe('no-lines');
    await answerOf(await owner.patch(at(prescription), { data: { lines: [line()] } }));
    expect((await take(owner, prescription, 'approve')).status()).toBe(200);
  });

  test('a prescription that was written has no file', async ({ api }) => {
    const owner = await api.as('owner');
    const response = await owner.get(`${at(await written(owner))}/file`);
    expect(response.status()).toBe(404);
    expect((await problemOf(response)).detail).toContain('not uploaded');
  });
});
