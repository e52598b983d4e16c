import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { outagesIn } from '../../../support/readiness/outages';
import type { Readiness } from '../../../support/readiness/readiness';
import { down } from '../support/records';

const upAt = (since: number): Readiness => ({ state: 'ready', since, startedInMs: 1 });
const downAt = (since: number) => down({ kind: 'refused', address: 'http://x' }, since);
const entries = (...list: readonly (readonly [string, Readiness])[]) => list.map(([service, readiness]) => ({ service, readiness }));

// Started at 1 s, up at 2 s, down at 20 s, up again at 30 s, down for good at 60 s.
const timeline = entries(
  ['auth', { state: 'starting', since: 1_000 }],
  ['auth', upAt(2_000)],
  ['auth', downAt(20_000)],
  ['db', upAt(25_000)],
  ['auth', upAt(30_000)],
  ['auth', downAt(60_000)],
);

const rows: readonly (readonly [string, number, number, readonly (readonly [number, number])[]])[] = [
  ['while all is well', 3_000, 17_000, []],
  ['that ends just before the outage is noticed', 3_000, 19_999, []],
  ['that ends when the outage is noticed', 3_000, 20_000, [[20_000, 30_000]]],
  ['within the outage', 22_000, 23_000, [[20_000, 30_000]]],
  ['that the outage ends in', 29_000, 40_000, [[20_000, 30_000]]],
  ['after it came back', 31_000, 57_000, []],
  ['over both outages', 10_000, 61_000, [[20_000, 30_000], [60_000, Infinity]]],
  ['long after it went for good', 900_000, 900_001, [[60_000, Infinity]]],
];

for (const [title, from, to, spans] of rows) {
  test(`the outages in a window ${title}`, () => {
    expect(outagesIn(timeline, from, to).map((outage) => [outage.from, outage.to])).toEqual(spans);
  });
}

test('an outage is told by what was found first, not by what it became', () => {
  const degraded: Readiness = { state: 'degraded', since: 5, evidence: { kind: 'reason', message: 'no database' } };
  expect(outagesIn(entries(['auth', degraded], ['auth', downAt(7)]), 0, 10)).toMatchObject([{ readiness: degraded, from: 5 }]);
});

test('a service that is up in the whole window has no outage in it', () => {
  const changes = fc.array(fc.boolean(), { maxLength: 8 }).map((states) =>
    states.map((isUp, index) => ({ service: 's', readiness: isUp ? upAt(index * 10_000) : downAt(index * 10_000) })),
  );
  fc.assert(
    fc.property(changes, fc.integer({ min: 0, max: 7 }), (list, at) => {
      const state = list.filter(({ readiness }) => readiness.since <= at * 10_000).at(-1)?.readiness.state;
      const found = outagesIn(list, at * 10_000 + 1, at * 10_000 + 5_000);
      expect(found.length > 0).toBe(state === 'down');
    }),
  );
});
