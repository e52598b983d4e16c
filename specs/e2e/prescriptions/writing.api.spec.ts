import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from '../inventory/support/answer';
import { userOf } from './support/people';
import { at, inState, line, now, PRESCRIPTIONS, reject, sendPrescription, somebody, written } from './support/prescriptions';
import type { Prescription } from './support/prescriptions';

interface History {
  readonly items: readonly unknown[];
}

test.describe('writing prescriptions', { tag: ['@area:prescriptions', '@needs:api-gateway', '@needs:prescription-service'] }, () => {
  test('a prescription comes back as it was written', async ({ api }) => {
    const owner = await api.as('owner');
    const [patient, doctor] = [somebody('Paula'), somebody('Dr. Frei')];
    const itemId = crypto.randomUUID();
    const data = { patient, doctor, note: 'By Friday', lines: [line({ itemId }), line({ dose: 'When needed' })] };
    const response = await sendPrescription(owner, data);
    expect(response.status()).toBe(201);
    const made = await answerOf<Prescription>(response);
    const [first, second] = data.lines;
    expect(made).toMatchObject({
      patient,
      doctor,
      note: 'By Friday',
      source: 'created',
      state: 'received',
      rejection: null,
      lines: [{ ...first, itemId }, { ...second, itemId: null }],
    });
    expect(await now(owner, made)).toEqual(made);
  });

  test('numbers count on within an account, also when many are written at once', async ({ api }) => {
    const owner = await api.as('owner');
    const made = await Promise.all(Array.from({ length: 5 }, () => written(owner)));
    const year = new Date().getFullYear();
    const numbers = made.map(({ number }) => number).sort();
    expect(numbers).toEqual([1, 2, 3, 4, 5].map((count) => `RX-${year}-00000${count}`));
  });

  test('what a doctor writes is theirs, whomever they name', async ({ api, auth }) => {
    const doctor = await api.as('doctor');
    const made = await written(doctor, { doctor: somebody('Dr. Other') });
    expect(made.doctor).toEqual(await userOf(auth, 'doctor'));
  });

  for (const { title, data, path } of [
    { title: 'no line', data: { lines: [] }, path: 'lines' },
    { title: 'no patient name', data: { patient: somebody(' ') }, path: 'patient.name' },
    { title: 'a quantity of 0', data: { lines: [line({ quantity: 0 })] }, path: 'lines.0.quantity' },
    { title: 'half a package', data: { lines: [line({ quantity: 0.5 })] }, path: 'lines.0.quantity' },
    { title: 'no dose', data: { lines: [line(), line({ dose: '' })] }, path: 'lines.1.dose' },
    { title: 'no substance', data: { lines: [line({ substance: ' ' })] }, path: 'lines.0.substance' },
  ]) {
    test(`${title} is refused at ${path}`, async ({ api }) => {
      const response = await sendPrescription(await api.as('owner'), data);
      expect(response.status()).toBe(422);
      expect((await problemOf(response)).errors?.map((error) => error.path)).toEqual([path]);
    });
  }

  test('a change replaces the lines, and those that stay keep their ids', async ({ api }) => {
    const owner = await api.as('owner');
    const { lines, ...made } = await written(owner, { lines: [line(), line({ medicine: 'Nexium' })], note: 'Stays' });
    const [, kept] = lines;
    const data = { lines: [{ ...kept, dose: '0-0-1' }, line({ medicine: 'Dafalgan' })] };
    const changed = await answerOf<Prescription>(await owner.patch(at(made), { data }));
    expect(changed.lines).toMatchObject([{ id: kept?.id, medicine: 'Nexium', dose: '0-0-1' }, { medicine: 'Dafalgan' }]);
    expect(changed.note).toBe('Stays');
    expect(await now(owner, made)).toEqual(changed);
  });

  test('the history tells each step with its person and what changed', async ({ api }) => {
    const [owner, pharmacist] = await Promise.all([api.as('owner'), api.as('pharmacist')]);
    const prescription = await inState(owner, 'in-review');
    await answerOf(await pharmacist.patch(at(prescription), { data: { note: 'Called the doctor' } }));
    await reject(pharmacist, prescription, 'Not legible');
    const { items } = await answerOf<History>(await owner.get(`${at(prescription)}/history`));
    expect(items).toMatchObject([
      { action: 'created', actor: { name: 'Olivia Owner' }, from: null, to: 'received' },
      { action: 'review-started', actor: { name: 'Olivia Owner' }, from: 'received', to: 'in-review' },
      { action: 'edited', actor: { name: 'Petra Pharmacist' }, details: { fields: ['note'] } },
      { action: 'rejected', from: 'in-review', to: 'rejected', details: { reason: 'Not legible' } },
    ]);
  });

  test('a prescription that there is not is not found', async ({ api }) => {
    const response = await (await api.as('owner')).get(`${PRESCRIPTIONS}/${crypto.randomUUID()}`);
    expect(response.status()).toBe(404);
    expect((await problemOf(response)).detail).toBe('There is no such prescription.');
  });
});
