import fc from 'fast-check';
import { expect, test } from '../../../fixtures';
import { daysAfter, momentIn, weekdayOf } from '../../../platform/backend/services/pharmacy-service/src/opening/clock';
import { opennessAt } from '../../../platform/backend/services/pharmacy-service/src/opening/openness';
import type { Openness } from '../../../platform/backend/services/pharmacy-service/src/opening/openness';
import type { Holiday, OpeningTime } from '../../../platform/backend/services/pharmacy-service/src/opening/schedule';
import { answerOf } from '../inventory/support/answer';
import { at, daily, publicAt, published } from './support/locations';

// 2 March 2026 is a Monday.
const MONDAY = '2026-03-02';
const WORKDAYS: OpeningTime[] = [1, 2, 3, 4, 5].flatMap((day) => [
  { day, from: '08:00', to: '12:00' },
  { day, from: '13:30', to: '18:30' },
]);
const closed = (date: string): Holiday => ({ date, name: 'Closed', from: null, to: null });
const special = (date: string, from: string, to: string): Holiday => ({ date, name: 'Special', from, to });

interface Case {
  readonly title: string;
  readonly hours?: readonly OpeningTime[];
  readonly holidays?: readonly Holiday[];
  readonly date?: string;
  readonly time: string;
  /** `until 12:00`, or `opens 2026-03-02 13:30`, or `stays closed`. */
  readonly expected: string;
}

const CASES: readonly Case[] = [
  { title: 'before the morning', time: '07:59', expected: 'opens 2026-03-02 08:00' },
  { title: 'at the minute of opening', time: '08:00', expected: 'until 12:00' },
  { title: 'at the last minute of the morning', time: '11:59', expected: 'until 12:00' },
  { title: 'at the minute of closing', time: '12:00', expected: 'opens 2026-03-02 13:30' },
  { title: 'in the evening', time: '18:30', expected: 'opens 2026-03-03 08:00' },
  { title: 'on Friday evening', date: '2026-03-06', time: '20:00', expected: 'opens 2026-03-09 08:00' },
  { title: 'on Sunday', date: '2026-03-08', time: '10:00', expected: 'opens 2026-03-09 08:00' },
  { title: 'without any hours', hours: [], time: '10:00', expected: 'stays closed' },
  { title: 'on a closed holiday', holidays: [closed(MONDAY)], time: '10:00', expected: 'opens 2026-03-03 08:00' },
  {
    title: 'before closed holidays that follow each other',
    holidays: [closed('2026-03-04'), closed('2026-03-03')],
    time: '19:00',
    expected: 'opens 2026-03-05 08:00',
  },
  { title: 'on a holiday with shorter hours', holidays: [special(MONDAY, '10:00', '11:00')], time: '09:00', expected: 'opens 2026-03-02 10:00' },
  { title: 'within the hours of a holiday', holidays: [special(MONDAY, '10:00', '11:00')], time: '10:59', expected: 'until 11:00' },
  { title: 'on a Sunday that is open once', holidays: [special('2026-03-08', '09:00', '17:00')], date: '2026-03-08', time: '12:30', expected: 'until 17:00' },
  { title: 'with a single day in the future', hours: [], holidays: [special('2026-12-24', '09:00', '12:00')], time: '10:00', expected: 'opens 2026-12-24 09:00' },
  { title: 'with a single day in the past', hours: [], holidays: [special('2026-03-01', '09:00', '12:00')], time: '10:00', expected: 'stays closed' },
  {
    title: 'in hours that touch, whatever their order',
    hours: [{ day: 1, from: '12:00', to: '18:00' }, { day: 1, from: '08:00', to: '12:00' }],
    time: '09:00',
    expected: 'until 18:00',
  },
  { title: 'in the last minute of a day that is open to its end', hours: daily('00:00', '23:59'), time: '23:59', expected: 'until 23:59' },
  { title: 'on a weekday that is closed for the year', hours: [{ day: 1, from: '08:00', to: '09:00' }], holidays: [closed('2026-03-09')], time: '09:00', expected: 'opens 2026-03-16 08:00' },
];

const COUNTRIES = ['CH', 'DE', 'FR', 'AT'] as const;

const CLOCKS = [
  { instant: '2026-01-15T22:59:00Z', expected: '2026-01-15 23:59' },
  { instant: '2026-01-15T23:00:00Z', expected: '2026-01-16 00:00' },
  { instant: '2026-07-15T22:00:00Z', expected: '2026-07-16 00:00' },
  { instant: '2026-03-29T00:59:00Z', expected: '2026-03-29 01:59' },
  { instant: '2026-03-29T01:00:00Z', expected: '2026-03-29 03:00' },
  { instant: '2026-12-31T23:30:00Z', expected: '2027-01-01 00:30' },
];

function spoken({ open, until, opensAt }: Openness): string {
  if (open) return `until ${until}`;
  return opensAt ? `opens ${opensAt.date} ${opensAt.from}` : 'stays closed';
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test.describe('open now', { tag: ['@area:pharmacy'] }, () => {
  test('follows hours and holidays to the minute', () => {
    for (const { title, hours = WORKDAYS, holidays = [], date = MONDAY, time, expected } of CASES) {
      const found = opennessAt({ openingHours: hours, holidays }, { date, time });
      expect.soft(`${title}: ${spoken(found)}`).toBe(`${title}: ${expected}`);
      expect.soft(found.today).toBe(date);
    }
  });

  test('whatever the hours, it opens at the first minute that lies in one of them', () => {
    const minute = fc.integer({ min: 0, max: 1438 });
    const span = fc.record({ day: fc.integer({ min: 1, max: 7 }), one: minute, other: minute })
      .filter(({ one, other }) => one !== other)
      .map(({ day, one, other }) => ({ day, from: clock(Math.min(one, other)), to: clock(Math.max(one, other)) }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), minute, (openingHours, start) => {
        const isOpen = (place: number) => {
          const day = weekdayOf(daysAfter(MONDAY, Math.floor(place / 1440)));
          const time = clock(place % 1440);
          return openingHours.some((each) => each.day === day && each.from <= time && time < each.to);
        };
        let place = start;
        while (!isOpen(place)) place += 1;
        const found = opennessAt({ openingHours, holidays: [] }, { date: MONDAY, time: clock(start) });
        const opensAt = { date: daysAfter(MONDAY, Math.floor(place / 1440)), from: clock(place % 1440) };
        expect(found.open).toBe(place === start);
        expect(found.opensAt).toEqual(place === start ? null : opensAt);
      }),
    );
  });

  test('the clocks of all countries follow midnight, summer time and the year', () => {
    for (const { instant, expected } of CLOCKS) {
      for (const country of COUNTRIES) {
        const { date, time } = momentIn(country, new Date(instant));
        expect.soft(`${date} ${time}`, `${instant} in ${country}`).toBe(expected);
      }
    }
  });
});

test.describe('open now on the public page', { tag: ['@area:pharmacy', '@needs:api-gateway', '@needs:pharmacy-service'] }, () => {
  interface Page {
    readonly now: Openness;
  }

  test('hours around the clock are open, holidays close them, special hours open them again', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    const location = await published(owner, { openingHours: daily('00:00', '23:59') });
    const page = async () => (await answerOf<Page>(await nobody.get(publicAt(location)))).now;
    const put = async (holidays: readonly Holiday[]) =>
      answerOf(await owner.put(at(location, '/holidays'), { data: { holidays } }));
    const { today, ...open } = await page();
    expect(open).toEqual({ open: true, until: '23:59', opensAt: null });
    // Two days, as the first one may end during the test.
    const days = [today, daysAfter(today, 1)];
    await put(days.map(closed));
    expect(await page()).toMatchObject({ open: false, until: null, opensAt: { date: daysAfter(today, 2), from: '00:00' } });
    await put(days.map((date) => special(date, '00:00', '23:59')));
    expect(await page()).toMatchObject(open);
  });

  test('today is the date in the country of the location', async ({ api }) => {
    const [owner, nobody] = [await api.as('owner'), await api.anonymous()];
    for (const country of COUNTRIES) {
      const location = await published(owner, { country });
      const before = momentIn(country, new Date()).date;
      const { today } = (await answerOf<Page>(await nobody.get(publicAt(location)))).now;
      expect([before, momentIn(country, new Date()).date], country).toContain(today);
    }
  });
});
