import { expect, test } from '../../../fixtures';
import { answerOf } from '../inventory/support/answer';
import { added, at, now, refusalOf } from './support/locations';
import type { Location } from './support/locations';

const CHRISTMAS = { date: '2030-12-25', name: 'Christmas', from: null, to: null };
const EVE = { date: '2030-12-24', name: 'Christmas Eve', from: '08:00', to: '14:00' };
const NEAR = { postcode: '3011', fee: 0, minimumOrder: 0, minutes: 5 };
const FAR = { postcode: 'SW1A 1AA', fee: 1290, minimumOrder: 4000, minutes: 1440 };

const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, place) => make(place));
const dayOf2030 = (place: number) => new Date(Date.UTC(2030, 0, 1 + place)).toISOString().slice(0, 10);

const WRONG_HOLIDAYS = [
  { title: 'the same date twice', holidays: [CHRISTMAS, EVE, { ...EVE, date: CHRISTMAS.date }], paths: ['holidays.2.date'] },
  { title: 'a day that no calendar has', holidays: [CHRISTMAS, { ...EVE, date: '2030-02-29' }], paths: ['holidays.1.date'] },
  { title: 'a date in another order', holidays: [{ ...EVE, date: '24.12.2030' }], paths: ['holidays.0.date'] },
  { title: 'no name', holidays: [EVE, { ...CHRISTMAS, name: ' ' }], paths: ['holidays.1.name'] },
  { title: 'hours that end before they begin', holidays: [{ ...EVE, to: '07:59' }], paths: ['holidays.0.to'] },
  { title: 'a beginning without an end', holidays: [CHRISTMAS, { ...EVE, to: null }], paths: ['holidays.1.to'] },
  { title: 'an hour that no clock shows', holidays: [{ ...EVE, to: '24:00' }], paths: ['holidays.0.to'] },
  { title: 'more than 60', holidays: many(61, (place) => ({ ...CHRISTMAS, date: dayOf2030(place) })), paths: ['holidays'] },
];

const WRONG_ZONES = [
  { title: 'one postcode twice, written otherwise', deliveryZones: [NEAR, FAR, { ...FAR, postcode: 'sw1a1aa' }], paths: ['deliveryZones.2.postcode'] },
  { title: 'a negative fee', deliveryZones: [FAR, { ...NEAR, fee: -1 }], paths: ['deliveryZones.1.fee'] },
  { title: 'part of a cent', deliveryZones: [{ ...NEAR, minimumOrder: 0.5 }], paths: ['deliveryZones.0.minimumOrder'] },
  { title: 'under five minutes', deliveryZones: [{ ...NEAR, minutes: 4 }], paths: ['deliveryZones.0.minutes'] },
  { title: 'above one day', deliveryZones: [NEAR, { ...FAR, minutes: 1441 }], paths: ['deliveryZones.1.minutes'] },
  { title: 'no postcode', deliveryZones: [{ ...NEAR, postcode: '' }], paths: ['deliveryZones.0.postcode'] },
  { title: 'more than 50', deliveryZones: many(51, (place) => ({ ...NEAR, postcode: `${3000 + place}` })), paths: ['deliveryZones'] },
];

test.describe('holidays and delivery zones', { tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service'] }, () => {
  test('holidays are replaced as a whole and kept by date', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const put = async (holidays: readonly object[]) => {
      const response = await owner.put(at(location, '/holidays'), { data: { holidays } });
      expect(response.status()).toBe(200);
      return answerOf<Location>(response);
    };
    const { from: _from, to: _to, ...closed } = CHRISTMAS;
    expect(await put([closed, EVE])).toEqual({ ...location, holidays: [EVE, CHRISTMAS] });
    expect(await now(owner, location)).toEqual({ ...location, holidays: [EVE, CHRISTMAS] });
    expect((await put([CHRISTMAS])).holidays).toEqual([CHRISTMAS]);
    expect((await put([])).holidays).toEqual([]);
  });

  test('60 holidays and 50 delivery zones are taken', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    const holidays = many(60, (place) => ({ ...CHRISTMAS, date: dayOf2030(place) }));
    const deliveryZones = many(50, (place) => ({ ...NEAR, postcode: `${3000 + place}` }));
    await answerOf(await owner.put(at(location, '/holidays'), { data: { holidays } }));
    await answerOf(await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } }));
    expect(await now(owner, location)).toEqual({ ...location, holidays, deliveryZones });
  });

  test('delivery zones are replaced as a whole, in the given order', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    for (const deliveryZones of [[FAR, NEAR], [NEAR], []]) {
      const response = await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
      expect(response.status()).toBe(200);
      expect(await answerOf<Location>(response)).toEqual({ ...location, deliveryZones });
      expect(await now(owner, location)).toEqual({ ...location, deliveryZones });
    }
  });

  test('holidays with something wrong are refused, naming the line', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    for (const { title, holidays, paths } of WRONG_HOLIDAYS) {
      const response = await owner.put(at(location, '/holidays'), { data: { holidays } });
      expect.soft(await refusalOf(response), title).toEqual({ status: 422, code: 'invalid-input', paths });
    }
    expect(await now(owner, location)).toEqual(location);
  });

  test('delivery zones with something wrong are refused, naming the line', async ({ api }) => {
    const owner = await api.as('owner');
    const location = await added(owner);
    for (const { title, deliveryZones, paths } of WRONG_ZONES) {
      const response = await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
      expect.soft(await refusalOf(response), title).toEqual({ status: 422, code: 'invalid-input', paths });
    }
    expect(await now(owner, location)).toEqual(location);
  });
});
