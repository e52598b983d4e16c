import type { APIRequestContext } from '@playwright/test';
import { answerOf, problemOf, verdictOf } from './support/answer';
import { at, bookOne, CONSULTATIONS, listed, meet, now, offerSlot, sendBooking, sendSlot, SLOTS, steps, tomorrow } from './support/consultations';
import type { Consultation } from './support/consultations';
import { expect, test } from './support/test';

/** Asks for everything there is about a consultation and its slot. */
async function tryAll(who: APIRequestContext, one: Consultation) {
  const answers = {
    read: await who.get(at(one)),
    consent: await steps.consent(who, one),
    join: await steps.join(who, one),
    chat: await who.get(`${at(one)}/chat`),
    write: await steps.write(who, one),
    events: await who.get(`${at(one)}/events`),
    notes: await who.get(`${at(one)}/notes`),
    note: await steps.note(who, one),
    cancel: await steps.cancel(who, one),
    end: await steps.end(who, one),
  };
  const verdicts = Object.entries(answers).map(async ([what, answer]) => [what, await verdictOf(answer)] as const);
  return Object.fromEntries(await Promise.all(verdicts));
}

const everywhere = (verdict: string) => ({
  ...{ read: verdict, consent: verdict, join: verdict, chat: verdict, write: verdict },
  ...{ events: verdict, notes: verdict, note: verdict, cancel: verdict, end: verdict },
});

test.describe('who comes to which consultation', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service'] }, () => {
  for (const role of ['doctor', 'patient'] as const) {
    test(`to another ${role} of the account it does not exist`, async ({ pair, another }) => {
      const one = await meet(pair);
      const other = await another(role);
      expect(await tryAll(other, one)).toEqual(everywhere('404 not-found'));
      expect(await listed(other)).toMatchObject({ items: [], total: 0 });
    });
  }

  test('to another account it does not exist, nor does its slot', async ({ pair, stranger }) => {
    const one = await meet(pair);
    expect(await tryAll(stranger, one)).toEqual(everywhere('404 not-found'));
    expect(await listed(stranger)).toMatchObject({ items: [], total: 0 });
    expect(await answerOf(await stranger.get(SLOTS))).toMatchObject({ items: [], total: 0 });
  });

  test('the rest of the staff sees it, and does nothing with it', async ({ api, pair }) => {
    const one = await meet(pair);
    for (const role of ['owner', 'pharmacist'] as const) {
      expect(await tryAll(await api.as(role), one), role).toEqual({
        ...everywhere('403 participants-only'),
        read: 200,
        consent: '403 patient-only',
        notes: '403 doctor-only',
        note: '403 doctor-only',
        end: '403 doctor-only',
      });
    }
  });

  test('without the right there is nothing at all', async ({ api, pair }) => {
    const one = await bookOne(pair);
    const assistant = await api.as('assistant');
    expect(await tryAll(assistant, one)).toEqual(everywhere('403 missing-right'));
    expect(await verdictOf(await assistant.get(CONSULTATIONS))).toBe('403 missing-right');
    expect(await verdictOf(await assistant.get(SLOTS))).toBe('403 missing-right');
  });

  test('a right that is taken away holds at once', async ({ api, pair }) => {
    const one = await meet(pair);
    const owner = await api.as('owner');
    const data = { overrides: { consultations: 'deny' } };
    await answerOf(await owner.put(`/api/users/${one.patient.id}/permissions`, { data }));
    expect(await verdictOf(await steps.write(pair.patient, one))).toBe('403 missing-right');
  });

  test('nobody gets in without signing in', async ({ api }) => {
    const answer = await (await api.anonymous()).get(CONSULTATIONS);
    expect(answer.status()).toBe(401);
    expect((await problemOf(answer)).code).toBe('not-signed-in');
  });

  for (const role of ['owner', 'pharmacist', 'patient'] as const) {
    test(`a ${role} offers no slots and takes none back`, async ({ api, pair }) => {
      const who = await api.as(role);
      expect(await verdictOf(await sendSlot(who))).toBe('403 missing-right');
      const { id } = await offerSlot(pair.doctor);
      expect(await verdictOf(await who.delete(`${SLOTS}/${id}`))).toBe('403 missing-right');
    });
  }
});

test.describe('the list of consultations', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test('is found by state and words, sorted by time, page by page', async ({ api, pair, another }) => {
    const pharmacist = await api.as('pharmacist');
    const second = await another('patient', 'Lea Lindner');
    const late = await bookOne(pair, { startsAt: tomorrow(60) });
    const early = await bookOne(pair, { startsAt: tomorrow() });
    const slot = await offerSlot(pair.doctor, { startsAt: tomorrow(120) });
    const other = await answerOf<Consultation>(await sendBooking(second, slot, 'Sore 100% throat'));
    await steps.cancel(pair.patient, early);
    const found = async (query: string) => (await listed(pharmacist, query)).items.map(({ id }) => id);
    expect(await found('')).toEqual([early.id, late.id, other.id]);
    expect(await found('sort=-startsAt')).toEqual([other.id, late.id, early.id]);
    expect(await found('state=cancelled')).toEqual([early.id]);
    expect(await found('search=lindner')).toEqual([other.id]);
    expect(await found('search=100%25')).toEqual([other.id]);
    expect(await found('search=doris&state=booked')).toEqual([late.id, other.id]);
    const page = await listed(pharmacist, 'page=2&pageSize=2');
    expect(page).toEqual({ items: [await now(pharmacist, other)], total: 3, page: 2, pageSize: 2 });
    expect((await listed(second)).items.map(({ id }) => id)).toEqual([other.id]);
  });

  test('refuses filters that mean nothing', async ({ pair: { doctor } }) => {
    for (const query of ['state=waiting', 'sort=name', 'page=0', 'pageSize=201']) {
      expect(await verdictOf(await doctor.get(`${CONSULTATIONS}?${query}`)), query).toBe('422 invalid-input');
    }
  });
});
