import { answerOf, verdictOf } from './support/answer';
import { bookOne, meet, now, steps } from './support/consultations';
import type { Consultation, Pair } from './support/consultations';
import { expect, test } from './support/test';

// Asked more and more rarely, as is usual, the end of a consent would be noticed up to a second late.
const OFTEN = { intervals: [50] };

const before = {
  consent: ({ patient }: Pair, one: Consultation) => steps.consent(patient, one),
  open: ({ doctor }: Pair, one: Consultation) => steps.join(doctor, one),
  wait: ({ patient }: Pair, one: Consultation) =>
    expect.poll(async () => (await now(patient, one)).consent.state, OFTEN).toBe('expired'),
} as const;

test.describe('consent', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  for (const { title, seconds, acts, verdict } of [
    { title: 'without consent, a closed room', seconds: 60, acts: [], verdict: '403 consent-missing' },
    { title: 'without consent, an open room', seconds: 60, acts: ['open'], verdict: '403 consent-missing' },
    { title: 'with consent, a closed room', seconds: 60, acts: ['consent'], verdict: '409 room-not-open' },
    { title: 'with consent, an open room', seconds: 60, acts: ['consent', 'open'], verdict: 200 },
    { title: 'with a consent that ran out, a closed room', seconds: 1, acts: ['consent', 'wait'], verdict: '403 consent-expired' },
    { title: 'with a consent that ran out, an open room', seconds: 1, acts: ['consent', 'open', 'wait'], verdict: '403 consent-expired' },
    { title: 'with a consent given anew, an open room', seconds: 2, acts: ['open', 'consent', 'wait', 'consent'], verdict: 200 },
  ] as const) {
    test(`${title} answers a patient who joins ${verdict}`, async ({ pair }) => {
      const one = await bookOne(pair, { consentSeconds: seconds });
      for (const act of acts) await before[act](pair, one);
      expect(await verdictOf(await steps.join(pair.patient, one))).toBe(verdict);
    });
  }

  test('consent holds for as long as the slot says', async ({ pair }) => {
    const one = await bookOne(pair, { consentSeconds: 600 });
    const start = Date.now();
    const { consent } = await answerOf<Consultation>(await steps.consent(pair.patient, one));
    expect(consent.state).toBe('given');
    const seconds = (Date.parse(consent.expiresAt ?? '') - start) / 1_000;
    expect(seconds).toBeGreaterThanOrEqual(600);
    expect(seconds).toBeLessThan(610);
  });

  test('the doctor sees the consent but does not give it', async ({ pair }) => {
    const one = await bookOne(pair);
    expect(await verdictOf(await steps.consent(pair.doctor, one))).toBe('403 patient-only');
    await steps.consent(pair.patient, one);
    expect((await now(pair.doctor, one)).consent.state).toBe('given');
  });

  test('nothing but "accepted" is a consent', async ({ pair }) => {
    const one = await bookOne(pair);
    for (const data of [{ accepted: false }, {}, { accepted: 'true' }]) {
      const answer = await pair.patient.post(`/api/consultations/${one.id}/consent`, { data });
      expect(await verdictOf(answer), JSON.stringify(data)).toBe('422 invalid-input');
    }
    expect((await now(pair.patient, one)).consent.state).toBe('missing');
  });

  test('a consent that runs out puts the patient out of the room, the doctor stays', async ({ pair }) => {
    const { doctor, patient } = pair;
    const one = await meet(pair, { consentSeconds: 2 });
    expect((await steps.write(patient, one)).status()).toBe(201);
    await expect.poll(async () => verdictOf(await steps.write(patient, one)), OFTEN).toBe('403 consent-expired');
    const chat = `/api/consultations/${one.id}/chat`;
    expect(await verdictOf(await patient.get(chat))).toBe('403 consent-expired');
    expect((await steps.write(doctor, one)).status()).toBe(201);
    await steps.consent(patient, one);
    expect((await steps.write(patient, one)).status()).toBe(201);
  });
});
