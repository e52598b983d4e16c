import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { builtInSplit } from '../../../support/sharding/built-in-split';
import { phasesOf } from '../../../support/sharding/phases';
import type { PricedSuite } from '../../../support/sharding/priced-suite';
import { Simulator } from '../../../support/sharding/simulator';
import { project, suite, unit } from './suites';

const all = (priced: PricedSuite): number => new Simulator(priced).finish(priced.units.flatMap((one, index) => (priced.projects[one.project]?.serving ? [] : index)));

const set = project({ name: 'set-up', serving: true, teardown: 2 });
const dependent = project({ name: 'main', dependencies: [0] });
const teardown = project({ name: 'teardown', serving: true });

const cases: readonly (readonly [string, PricedSuite, number])[] = [
  ['nothing takes no time', suite([]), 0],
  ['one worker runs one after the other', suite([unit(3), unit(4), unit(5)]), 12],
  ['the first free worker takes the next group, in file order', suite([unit(5), unit(1), unit(1), unit(4)], { workers: 2 }), 6],
  ['a long group at the end is what it costs', suite([unit(1), unit(1), unit(1), unit(1), unit(9)], { workers: 2 }), 11],
  ['every worker starts once', suite([unit(5), unit(5), unit(5)], { workers: 2, projects: [project({ startMs: 2 })] }), 12],
  ['hooks are paid by each group', suite([unit(5, { hooksMs: 3 }), unit(5, { hooksMs: 3 })]), 16],
  ['what is blocked starts no worker', suite([unit(0, { fullMs: 9, hooksMs: 3 })], { projects: [project({ startMs: 2 })] }), 0],
  [
    'another project needs a new worker',
    suite([unit(5), unit(5, { project: 1 })], { projects: [project({ startMs: 2 }), project({ name: 'b', startMs: 3 })] }),
    15,
  ],
  ['another kind of worker is a new worker', suite([unit(5), unit(5, { worker: 1 }), unit(5)], { projects: [project({ startMs: 2 })] }), 19],
  ['groups of one kind of worker come together', suite([unit(5, { worker: 1 }), unit(5), unit(5, { worker: 1 })], { projects: [project({ startMs: 2 })] }), 19],
  ['a set-up runs before, a teardown after', suite([unit(7), unit(5, { project: 1 }), unit(2, { project: 2 })], { workers: 2, projects: [set, dependent, teardown] }), 14],
  ['locked groups wait for each other, others do not', suite([unit(5, { locks: ['a'] }), unit(5, { locks: ['a'] }), unit(4)], { workers: 2 }), 10],
  ['a limit of workers holds', suite([unit(5), unit(5)], { workers: 2, projects: [project({ workers: 1 })] }), 10],
  ['a pool is cut into as many groups as there are workers', suite([unit(0, { tests: [4, 4, 4, 4], pool: 1, hooksMs: 1 })], { workers: 2 }), 9],
  ['pieces of a pool in one shard are one pool', suite([unit(0, { tests: [4], pool: 1, hooksMs: 1 }), unit(0, { tests: [4], pool: 1, hooksMs: 1 })]), 9],
];

for (const [title, priced, ms] of cases) {
  test(title, () => {
    expect(all(priced)).toBe(ms);
  });
}

test('a shard without tests of a project runs none of its set-ups', () => {
  const priced = suite([unit(7), unit(5, { project: 1 }), unit(3, { project: 2 })], {
    projects: [project({ serving: true }), project({ dependencies: [0] }), project({ name: 'free' })],
  });
  expect(new Simulator(priced).finish([2])).toBe(3);
  expect(new Simulator(priced).finish([1])).toBe(12);
});

test('a lock that nobody shares changes nothing: both ways of running the queue agree', () => {
  const drafts = fc.array(fc.record({ ms: fc.nat(50), project: fc.nat(1) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(drafts, fc.integer({ min: 1, max: 4 }), (list, workers) => {
      const units = list.toSorted((one, other) => one.project - other.project).map(({ ms, project: at }) => unit(ms, { project: at }));
      const projects = [project({ startMs: 7 }), project({ name: 'b', startMs: 3 })];
      const locked = units.map((one, index) => (index === 0 ? { ...one, locks: ['own'] } : one));
      expect(all(suite(locked, { workers, projects }))).toBe(all(suite(units, { workers, projects })));
    }),
  );
});

test('phases are those of the projects that are there', () => {
  const projects = [
    { name: 'set-up', dependencies: [], teardown: 4, serving: true },
    { name: 'a', dependencies: [0], serving: true },
    { name: 'b', dependencies: [1], serving: false },
    { name: 'free', dependencies: [], serving: false },
    { name: 'teardown', dependencies: [], serving: true },
  ];
  expect(phasesOf(projects, [2, 3])).toEqual([[0, 3], [1], [2], [4]]);
  expect(phasesOf(projects, [3])).toEqual([[3]]);
  expect(phasesOf(projects, [])).toEqual([]);
});

test('the built-in split cuts equal numbers of tests out of the queue', () => {
  expect(builtInSplit([1, 1, 1, 1, 1], 2)).toEqual([[0, 1, 2], [3, 4]]);
  expect(builtInSplit([3, 1, 1, 1], 2)).toEqual([[0], [1, 2, 3]]);
  expect(builtInSplit([1], 3)).toEqual([[0], [], []]);
});
