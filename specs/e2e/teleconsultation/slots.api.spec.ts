import { problemOf, verdictOf } from './support/answer';
import { bookOne, offerSlot, sendSlot, SLOTS, slotsOf, steps, tomorrow } from './support/consultations';
import { expect, test } from './support/test';

test.describe('slots', { tag: ['@area:teleconsultation', '@needs:api-gateway', '@needs:teleconsultation-service', '@needs:user-service'] }, () => {
  test('a doctor offers a slot and finds it with all its times', async ({ pair: { doctor } }) => {
    const startsAt = tomorrow();
    const slot = await offerSlot(doctor, { startsAt, minutes: 30, consentSeconds: 90 });
    expect(slot).toEqual({
      id: expect.any(String),
      doctor: { id: expect.any(String), name: 'Doris Doctor' },
      startsAt,
      endsAt: tomorrow(30),
      minutes: 30,
      consentSeconds: 90,
      free: true,
    });
    expect(await slotsOf(doctor)).toEqual({ items: [slot], total: 1, page: 1, pageSize: 20 });
  });

  for (const { title, from, minutes, verdict } of [
    { title: 'one at the same time is refused', from: 0, minutes: 30, verdict: '409 slot-overlap' },
    { title: 'one that ends in it is refused', from: -10, minutes: 11, verdict: '409 slot-overlap' },
    { title: 'one that begins in it is refused', from: 29, minutes: 30, verdict: '409 slot-overlap' },
    { title: 'one inside it is refused', from: 10, minutes: 5, verdict: '409 slot-overlap' },
    { title: 'one around it is refused', from: -10, minutes: 60, verdict: '409 slot-overlap' },
    { title: 'one that ends as it begins is taken', from: -10, minutes: 10, verdict: 201 },
    { title: 'one that begins as it ends is taken', from: 30, minutes: 10, verdict: 201 },
  ]) {
    test(`beside a slot of half an hour, ${title}`, async ({ pair: { doctor } }) => {
      await offerSlot(doctor, { startsAt: tomorrow(), minutes: 30 });
      const second = await sendSlot(doctor, { startsAt: tomorrow(from), minutes });
      expect(await verdictOf(second)).toBe(verdict);
    });
  }

  test('of overlapping slots that come at once exactly one is taken', async ({ pair: { doctor } }) => {
    const answers = await Promise.all([0, 3, 6, 9, 12].map((from) => sendSlot(doctor, { startsAt: tomorrow(from) })));
    const verdicts = await Promise.all(answers.map(verdictOf));
    expect(verdicts.sort()).toEqual([201, ...Array<string>(4).fill('409 slot-overlap')]);
    expect((await slotsOf(doctor)).total).toBe(1);
  });

  test('two doctors may have slots at the same time', async ({ pair: { doctor }, another }) => {
    await offerSlot(doctor);
    expect((await sendSlot(await another('doctor'))).status()).toBe(201);
  });

  for (const { what, data, path } of [
    { what: 'in the past', data: { startsAt: new Date(Date.now() - 60_000).toISOString() }, path: 'startsAt' },
    { what: 'at no time', data: { startsAt: 'tomorrow' }, path: 'startsAt' },
    { what: 'shorter than five minutes', data: { minutes: 4 }, path: 'minutes' },
    { what: 'longer than four hours', data: { minutes: 241 }, path: 'minutes' },
    { what: 'with a consent that never holds', data: { consentSeconds: 0 }, path: 'consentSeconds' },
  ]) {
    test(`a slot ${what} is refused, naming ${path}`, async ({ pair: { doctor } }) => {
      const answer = await sendSlot(doctor, data);
      expect(answer.status()).toBe(422);
      expect((await problemOf(answer)).errors?.map((error) => error.path)).toEqual([path]);
    });
  }

  test('a free slot is taken back, and its time is free again', async ({ pair: { doctor } }) => {
    const slot = await offerSlot(doctor);
    expect((await doctor.delete(`${SLOTS}/${slot.id}`)).status()).toBe(204);
    expect((await slotsOf(doctor)).items).toEqual([]);
    expect((await sendSlot(doctor)).status()).toBe(201);
  });

  test('a booked slot is not taken back before its consultation is cancelled', async ({ pair }) => {
    const one = await bookOne(pair);
    const url = `${SLOTS}/${one.slot.id}`;
    expect(await verdictOf(await pair.doctor.delete(url))).toBe('409 slot-booked');
    await steps.cancel(pair.doctor, one);
    expect((await pair.doctor.delete(url)).status()).toBe(204);
  });

  test("a doctor neither sees nor takes back another doctor's slot", async ({ pair: { doctor }, another }) => {
    const slot = await offerSlot(doctor);
    const other = await another('doctor');
    expect((await slotsOf(other)).items).toEqual([]);
    expect(await verdictOf(await other.delete(`${SLOTS}/${slot.id}`))).toBe('404 not-found');
  });

  test('a patient sees free slots alone, the earliest first', async ({ pair }) => {
    const late = await offerSlot(pair.doctor, { startsAt: tomorrow(120) });
    const early = await offerSlot(pair.doctor, { startsAt: tomorrow(60) });
    await bookOne(pair);
    expect((await slotsOf(pair.patient)).items).toEqual([early, late]);
  });

  test('slots are found by doctor, time, whether they are free, and page by page', async ({ api, pair, another }) => {
    const [owner, other] = await Promise.all([api.as('owner'), another('doctor')]);
    const booked = (await bookOne(pair)).slot;
    const [free, foreign] = await Promise.all([
      offerSlot(pair.doctor, { startsAt: tomorrow(60) }),
      offerSlot(other, { startsAt: tomorrow(120) }),
    ]);
    const found = async (query: string) => (await slotsOf(owner, query)).items.map(({ id }) => id);
    expect(await found('')).toEqual([booked.id, free.id, foreign.id]);
    expect(await found(`doctorId=${foreign.doctor.id}`)).toEqual([foreign.id]);
    expect(await found('free=true')).toEqual([free.id, foreign.id]);
    expect(await found('free=false')).toEqual([booked.id]);
    expect(await found(`from=${encodeURIComponent(free.startsAt)}`)).toEqual([free.id, foreign.id]);
    expect(await slotsOf(owner, 'page=2&pageSize=2')).toMatchObject({ items: [foreign], total: 3, page: 2, pageSize: 2 });
  });
});
