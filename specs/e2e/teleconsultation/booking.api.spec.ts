import { answerOf, verdictOf } from './support/answer';
import { at, bookOne, offerSlot, now, sendBooking, slotsOf, steps, tomorrow } from './support/consultations';
import type { Consultation, Slot } from './support/consultations';
import { expect, test } from './support/test';

interface Notifications {
  readonly items: readonly { readonly kind: string; readonly title: string; readonly text: string; readonly link: string }[];
}

test.describe('booking', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test('a patient books a slot and both find the consultation', async ({ pair }) => {
    const { doctor, patient } = pair;
    const { id, doctor: person, startsAt, endsAt, minutes } = await offerSlot(doctor, { consentSeconds: 120 });
    const booked = await answerOf<Consultation>(await sendBooking(patient, { id }, '  A mole has grown  '));
    expect(booked).toEqual({
      id: expect.any(String),
      slot: { id, startsAt, endsAt, minutes, consentSeconds: 120 },
      doctor: person,
      patient: { id: expect.any(String), name: 'Paul Patient' },
      reason: 'A mole has grown',
      state: 'booked',
      consent: { state: 'missing', expiresAt: null },
      patientJoined: false,
      cancelledBy: null,
      summary: null,
      prescription: null,
      createdAt: expect.any(String),
      openedAt: null,
      endedAt: null,
    });
    expect(await now(patient, booked)).toEqual(booked);
    expect(await now(doctor, booked)).toEqual(booked);
    expect((await slotsOf(doctor)).items).toMatchObject([{ id, free: false }]);
  });

  test('of many bookings of a slot at once exactly one succeeds, for each slot', async ({ pair, another }) => {
    const second = await another('patient');
    const slots = await Promise.all([0, 30, 60, 90].map((from) => offerSlot(pair.doctor, { startsAt: tomorrow(from) })));
    const rounds = [pair.patient, second, pair.patient, second, pair.patient, second, pair.patient, second];
    const verdictsOf = async (slot: Slot) => {
      const answers = await Promise.all(rounds.map((patient) => sendBooking(patient, slot)));
      return (await Promise.all(answers.map(verdictOf))).sort();
    };
    const expected = [201, ...Array<string>(7).fill('409 slot-taken')];
    expect(await Promise.all(slots.map(verdictsOf))).toEqual(slots.map(() => expected));
  });

  test('the slot of a cancelled consultation is free again, and somebody else books it', async ({ pair, another }) => {
    const one = await bookOne(pair);
    const cancelled = await answerOf<Consultation>(await steps.cancel(pair.patient, one));
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelledBy: 'patient' });
    expect((await sendBooking(await another('patient'), one.slot)).status()).toBe(201);
    expect((await now(pair.patient, one)).state).toBe('cancelled');
  });

  test('a slot that has begun is no longer booked', async ({ pair: { doctor, patient } }) => {
    const slot = await offerSlot(doctor, { startsAt: new Date(Date.now() + 700).toISOString() });
    await expect.poll(async () => (await slotsOf(doctor, 'free=true')).total).toBe(0);
    expect(await verdictOf(await sendBooking(patient, slot))).toBe('409 slot-over');
  });

  test('only patients book', async ({ api, pair }) => {
    const slot = await offerSlot(pair.doctor);
    for (const role of ['doctor', 'pharmacist', 'owner', 'assistant'] as const) {
      expect(await verdictOf(await sendBooking(await api.as(role), slot)), role).toBe('403 missing-right');
    }
  });

  test('a booking without a reason is refused', async ({ pair }) => {
    const answer = await sendBooking(pair.patient, await offerSlot(pair.doctor), '   ');
    expect(await verdictOf(answer)).toBe('422 invalid-input');
  });

  test('a slot that does not exist is not booked', async ({ pair }) => {
    const answer = await sendBooking(pair.patient, { id: crypto.randomUUID() });
    expect(await verdictOf(answer)).toBe('404 not-found');
  });
});

test.describe('notices of consultations', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:notification-service', '@needs:user-service'] }, () => {
  const other = { doctor: 'patient', patient: 'doctor' } as const;
  const names = { doctor: 'Doris Doctor', patient: 'Paul Patient' } as const;
  const flow = {
    booked: { by: 'patient', words: 'was booked' },
    opened: { by: 'doctor', words: 'has begun' },
    ended: { by: 'doctor', words: 'has ended' },
  } as const;
  for (const [kind, { by, words }] of Object.entries(flow)) {
    test(`the ${other[by]} is told that it ${words}`, async ({ pair }) => {
      const one = await bookOne(pair);
      await steps.join(pair.doctor, one);
      await steps.end(pair.doctor, one);
      const told = async () => {
        const { items } = await answerOf<Notifications>(await pair[other[by]].get('/api/notifications'));
        return items.find((item) => item.kind === `consultation.${kind}`);
      };
      await expect.poll(told).toMatchObject({
        title: `Your consultation with ${names[by]} ${words}`,
        text: 'Rash on both arms',
        link: at(one).replace('/api', ''),
      });
    });
  }

  for (const by of ['doctor', 'patient'] as const) {
    test(`when the ${by} cancels, the ${other[by]} is told and the ${by} is not`, async ({ pair }) => {
      const one = await bookOne(pair);
      await steps.cancel(pair[by], one);
      const titles = async (role: 'doctor' | 'patient') => {
        const { items } = await answerOf<Notifications>(await pair[role].get('/api/notifications'));
        return items.map(({ title }) => title);
      };
      const words = `Your consultation with ${names[by]} was cancelled`;
      await expect.poll(() => titles(other[by])).toContain(words);
      expect(await titles(by)).not.toContainEqual(expect.stringContaining('cancelled'));
    });
  }
});
