import type { APIRequestContext } from '@playwright/test';
import { answerOf, problemOf, verdictOf } from './support/answer';
import { at, inState, meet, now, steps } from './support/consultations';
import type { Consultation } from './support/consultations';
import { expect, test } from './support/test';

const LINE = {
  medicine: 'Hydrocortisone cream 1%',
  substance: 'hydrocortisone',
  quantity: 1,
  dose: 'Twice a day, thinly',
  instructions: 'For one week',
};

test.describe('the end of a consultation', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:prescription-service', '@needs:user-service'] }, () => {
  test('ending with a prescription makes one for this patient, in the name of this doctor', async ({ pair }) => {
    const one = await meet(pair);
    const ended = await answerOf<Consultation>(await steps.end(pair.doctor, one, { lines: [LINE] }));
    expect(ended).toMatchObject({ state: 'ended', summary: 'Contact eczema', endedAt: expect.any(String) });
    const url = `/api/prescriptions/${ended.prescription?.id}`;
    const prescription = await answerOf(await pair.patient.get(url));
    expect(prescription).toMatchObject({
      number: ended.prescription?.number,
      patient: one.patient,
      doctor: one.doctor,
      source: 'created',
      state: 'received',
      note: 'Contact eczema',
      lines: [{ ...LINE, itemId: null }],
    });
    expect(await answerOf(await pair.doctor.get(url))).toEqual(prescription);
  });

  test('ending without a prescription makes none', async ({ pair }) => {
    const one = await inState(pair, 'ended');
    expect(await now(pair.patient, one)).toMatchObject({ state: 'ended', summary: 'Contact eczema', prescription: null });
    expect(await answerOf(await pair.patient.get('/api/prescriptions'))).toMatchObject({ total: 0 });
  });

  test('a doctor who ends twice at once makes one prescription', async ({ pair }) => {
    const one = await meet(pair);
    const end = () => steps.end(pair.doctor, one, { lines: [LINE] });
    const verdicts = await Promise.all((await Promise.all([end(), end(), end()])).map(verdictOf));
    expect(verdicts.sort()).toEqual([200, '409 wrong-state', '409 wrong-state']);
    expect(await answerOf(await pair.patient.get('/api/prescriptions'))).toMatchObject({ total: 1 });
  });

  test('a doctor without the right to prescribe ends without a prescription only', async ({ api, pair }) => {
    const one = await meet(pair);
    const owner = await api.as('owner');
    const data = { overrides: { prescriptions: 'deny' } };
    await answerOf(await owner.put(`/api/users/${one.doctor.id}/permissions`, { data }));
    expect(await verdictOf(await steps.end(pair.doctor, one, { lines: [LINE] }))).toBe('403 missing-right');
    expect((await now(pair.doctor, one)).state).toBe('open');
    expect((await steps.end(pair.doctor, one)).status()).toBe(200);
  });

  for (const { what, data, path } of [
    { what: 'without a summary', data: { summary: ' ' }, path: 'summary' },
    { what: 'with an empty prescription', data: { summary: 'Eczema', prescription: { lines: [] } }, path: 'prescription.lines' },
    {
      what: 'with nothing of a medicine',
      data: { summary: 'Eczema', prescription: { lines: [{ ...LINE, quantity: 0 }] } },
      path: 'prescription.lines.0.quantity',
    },
  ]) {
    test(`an end ${what} is refused and leaves the room open`, async ({ pair }) => {
      const one = await meet(pair);
      const answer = await pair.doctor.post(`${at(one)}/end`, { data });
      expect(answer.status()).toBe(422);
      expect((await problemOf(answer)).errors).toMatchObject([{ path }]);
      expect((await now(pair.doctor, one)).state).toBe('open');
    });
  }

  test('staff see that it has ended, but not what was found', async ({ api, pair }) => {
    const one = await inState(pair, 'ended');
    expect(await now(await api.as('pharmacist'), one)).toMatchObject({ state: 'ended', summary: null });
  });
});

test.describe("the doctor's notes", { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  const notesOf = (who: APIRequestContext, one: Consultation) => who.get(`${at(one)}/notes`);

  test('a doctor keeps notes and finds the last version', async ({ pair: { doctor }, pair }) => {
    const one = await meet(pair);
    expect(await answerOf(await notesOf(doctor, one))).toEqual({ text: '', updatedAt: null });
    await steps.note(doctor, one, 'Eczema?');
    const saved = await answerOf(await steps.note(doctor, one, 'Eczema, surely\n'));
    expect(saved).toEqual({ text: 'Eczema, surely\n', updatedAt: expect.any(String) });
    expect(await answerOf(await notesOf(doctor, one))).toEqual(saved);
  });

  for (const { role, verdict } of [
    { role: 'patient', verdict: '403 doctor-only' },
    { role: 'owner', verdict: '403 doctor-only' },
    { role: 'pharmacist', verdict: '403 doctor-only' },
    { role: 'assistant', verdict: '403 missing-right' },
  ] as const) {
    test(`to the ${role} they are closed: ${verdict}`, async ({ api, pair }) => {
      const one = await meet(pair);
      await steps.note(pair.doctor, one, 'For me alone');
      const who = await api.as(role);
      expect(await verdictOf(await notesOf(who, one))).toBe(verdict);
      expect(await verdictOf(await steps.note(who, one, 'Overwritten'))).toBe(verdict);
      expect(await answerOf(await notesOf(pair.doctor, one))).toMatchObject({ text: 'For me alone' });
    });
  }
});
