import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { cheapestRepairs, whatIf, type WhatIfQuestion } from '../../../support/causes/what-if';
import { closeOverDependencies } from '../../../support/manifest/dependencies';
import { serviceGraphs, servicesOf } from '../support/graphs';

const services = servicesOf({ web: ['gateway'], gateway: [], auth: ['db'], stock: ['db'], mail: [], db: [] });
const question: WhatIfQuestion = {
  services,
  down: ['db', 'auth', 'stock', 'mail'],
  tests: [
    { id: 'a', needs: ['auth'] },
    { id: 'b', needs: ['auth', 'stock'] },
    { id: 'c', needs: ['stock', 'mail'] },
    { id: 'd', needs: ['mail'] },
  ],
};

test('what a repair lets run: victims come back with their cause, and a second outage still holds', () => {
  const idsWith = (...repaired: string[]) => whatIf(question, repaired).map(({ id }) => id);
  expect(idsWith()).toEqual([]);
  expect(idsWith('db')).toEqual(['a', 'b']);
  expect(idsWith('mail')).toEqual(['d']);
  expect(idsWith('db', 'mail')).toEqual(['a', 'b', 'c', 'd']);
  // It is down because of db alone: repairing it changes nothing.
  expect(idsWith('auth')).toEqual([]);
});

test('what is down for a reason of its own does not come back with what it depends on', () => {
  const leftOut = { ...question, downByThemselves: ['stock'] };
  expect(whatIf(leftOut, ['db']).map(({ id }) => id)).toEqual(['a']);
  expect(whatIf(leftOut, ['db', 'stock']).map(({ id }) => id)).toEqual(['a', 'b']);
});

const shares: readonly (readonly [number, readonly string[]])[] = [
  [0.25, ['db']],
  [0.5, ['db']],
  [0.51, ['db', 'mail']],
  [1, ['db', 'mail']],
];

for (const [share, expected] of shares) {
  test(`the cheapest repairs for ${share * 100}% are ${expected.join(', ')}`, () => {
    expect(cheapestRepairs(question, share).map(({ service }) => service)).toEqual(expected);
  });
}

const questions = serviceGraphs.chain((graph) => {
  const names = Object.keys(graph);
  return fc
    .record({
      services: fc.constant(graph),
      down: fc.subarray(names, { minLength: 1 }),
      downByThemselves: fc.subarray(names),
      needs: fc.array(fc.subarray(names, { minLength: 1 }), { maxLength: 8 }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    })
    .map(({ needs, ...rest }) => ({
      ...rest,
      // Only tests that something holds back are asked about.
      tests: needs
        .filter((one) => rest.down.some((name) => closeOverDependencies(graph, one).has(name)))
        .map((one, index) => ({ id: `t${index}`, needs: one })),
    }));
});

test('the repairs reach the share, each adds tests or is needed for the next, and none is done twice', () => {
  fc.assert(
    fc.property(questions, ({ share, ...asked }) => {
      const order = cheapestRepairs(asked, share);
      const running = order.map((repair) => repair.running);
      expect(running).toEqual([...running].sort((a, b) => a - b));
      expect(order.at(-1)?.running ?? 0).toBeGreaterThanOrEqual(Math.min(asked.tests.length, Math.ceil(asked.tests.length * share)));
      expect(order.reduce((sum, { unlocks }) => sum + unlocks, 0)).toBe(order.at(-1)?.running ?? 0);
      expect(new Set(order.map(({ service }) => service)).size).toBe(order.length);
      expect(order.every(({ service }) => asked.down.includes(service))).toBe(true);
      expect(whatIf(asked, order.map(({ service }) => service))).toHaveLength(order.at(-1)?.running ?? 0);
    }),
  );
});

test('more repairs never hold more tests back, and all repairs none', () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 0, max: 8 }), ({ share: _share, ...asked }, size) => {
      const few = asked.down.slice(0, size);
      const less = new Set(whatIf(asked, few).map(({ id }) => id));
      const more = new Set(whatIf(asked, [...few, ...asked.down.slice(size, size + 1)]).map(({ id }) => id));
      expect([...less].every((id) => more.has(id))).toBe(true);
      expect(whatIf(asked, asked.down)).toHaveLength(asked.tests.length);
    }),
  );
});
