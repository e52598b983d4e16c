import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { formatHistory, type History } from '../../../support/history/history';
import { KnownTests } from '../../../support/history/known-tests';
import { builtInSplit } from '../../../support/sharding/built-in-split';
import { planShards } from '../../../support/sharding/plan-shards';
import { planSuite, testsOfShard, type PlanQuestion, type SuitePlan } from '../../../support/sharding/plan-suite';
import { predictFinish } from '../../../support/sharding/predict';
import { Simulator } from '../../../support/sharding/simulator';
import { entry, historiesOf, project, suite, suites, unit } from './suites';

const planned = suites.chain((facts) => historiesOf(facts).map((history) => ({ facts, history })));
const totals = fc.integer({ min: 1, max: 12 });

const planOf = ({ history, ...rest }: Omit<PlanQuestion, 'history'> & { readonly history: History }): SuitePlan =>
  planSuite({ ...rest, history: KnownTests.of(history) });

test('every test is in exactly one shard, for any suite, history and number of shards', () => {
  fc.assert(
    fc.property(planned, fc.oneof(totals, fc.constant(300)), ({ facts, history }, total) => {
      const plan = planOf({ facts, history, total });
      const all = plan.shards.flatMap((_, index) => [...testsOfShard(plan, index + 1)]);
      const movable = facts.units.filter((one) => !facts.projects[one.project]?.serving);
      expect(plan.shards).toHaveLength(total);
      expect(all.sort()).toEqual(movable.flatMap(({ tests }) => tests.map(({ id }) => id)).sort());
    }),
    { numRuns: 60 },
  );
});

test('units are never cut, and what belongs together stays together', () => {
  fc.assert(
    fc.property(planned, totals, ({ facts, history }, total) => {
      const plan = planOf({ facts, history, total });
      const shardOf = new Map(plan.shards.flatMap((_, index) => [...testsOfShard(plan, index + 1)].map((id) => [id, index] as const)));
      const names = new Map<string, Set<number | undefined>>();
      for (const one of facts.units.filter(({ project: at }) => !facts.projects[at]?.serving)) {
        const shards = new Set(one.tests.map(({ id }) => shardOf.get(id)));
        expect(shards.size).toBe(1);
        for (const name of one.with) names.set(name, new Set([...(names.get(name) ?? []), ...shards]));
      }
      for (const shards of names.values()) expect(shards.size).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test('the plan is the same whoever makes it, and in whatever order the history was read', () => {
  fc.assert(
    fc.property(planned, totals, ({ facts, history }, total) => {
      const [first = '', ...lines] = formatHistory(history).trimEnd().split('\n');
      const turned = [first, ...lines.slice(0, -1).reverse(), lines.at(-1), ''].join('\n');
      const one = planOf({ facts, history, total });
      const other = planSuite({ facts: structuredClone(facts), history: KnownTests.read(Buffer.from(turned)).tests, total });
      expect(other.shards).toEqual(one.shards);
      expect(other.digest).toBe(one.digest);
    }),
    { numRuns: 40 },
  );
});

test('the digest tells a change of history, units, workers or number of shards', () => {
  const tests = [{ id: 'a', title: 'a', skipped: false }];
  const facts = {
    workers: 2,
    isWhole: true,
    projects: [project()],
    units: [{ project: 0, file: 'a.spec.ts', worker: 'w', seen: 0, tests, locks: [], with: [] }],
  };
  const history = { a: entry({ durations: [100] }) };
  const digests = [
    planOf({ facts, history, total: 2 }),
    planOf({ facts, history: { a: entry({ durations: [101] }) }, total: 2 }),
    planOf({ facts: { ...facts, workers: 3 }, history, total: 2 }),
    planOf({ facts, history, total: 3 }),
    planOf({ facts: { ...facts, units: [{ ...facts.units[0], tests: [{ id: 'b', title: 'b', skipped: false }] } as never] }, history, total: 2 }),
  ].map(({ digest }) => digest);
  expect(new Set(digests).size).toBe(digests.length);
});

test('no plan is below its bound, and none is worse than the built-in split', () => {
  const times = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, totals, fc.integer({ min: 1, max: 4 }), (list, total, workers) => {
      const priced = suite(list.map((ms) => unit(ms)), { workers });
      const plan = planShards(priced, total);
      const last = Math.max(...plan.shards.map(({ finishMs }) => finishMs));
      const simulator = new Simulator(priced);
      const builtIn = Math.max(...builtInSplit(list.map(() => 1), total).map((part) => simulator.finish(part)));
      expect(last).toBeGreaterThanOrEqual(plan.boundMs);
      expect(last).toBeLessThanOrEqual(Math.max(builtIn, plan.boundMs * 1.001));
    }),
    { numRuns: 60 },
  );
});

test('the bound knows that every worker must start', () => {
  const plan = planShards(suite([1_000, 1_000, 1_000, 1_000].map((ms) => unit(ms)), { workers: 2, projects: [project({ startMs: 700 })] }), 2);
  expect(plan.boundMs).toBe(1_700);
  expect(plan.shards.map(({ finishMs }) => finishMs)).toEqual([1_700, 1_700]);
});

test('no bound is above what is planned, with starts, set-ups, pools and locks', () => {
  fc.assert(
    fc.property(planned, totals, ({ facts, history }, total) => {
      const { shards, boundMs } = planOf({ facts, history, total });
      expect(boundMs).toBeLessThanOrEqual(Math.max(...shards.map(({ finishMs }) => finishMs)));
    }),
    { numRuns: 60 },
  );
});

test('tests that were blocked cost nothing, and are still dealt out by what they will cost', () => {
  const blocked = Array.from({ length: 8 }, () => unit(0, { fullMs: 1_000 }));
  const live = [4_000, 1_000, 1_000, 1_000, 1_000].map((ms) => unit(ms));
  const plan = planShards(suite([...blocked, ...live]), 2);
  expect(plan.shards.map(({ finishMs }) => finishMs)).toEqual([4_000, 4_000]);
  expect(plan.shards.map(({ units }) => units.filter((index) => index < 8).length)).toEqual([4, 4]);
});

test('a set-up is paid for where it is needed: it is not brought to every shard', () => {
  const projects = [project({ name: 'set-up', serving: true }), project({ name: 'few', dependencies: [0] }), project({ name: 'many' })];
  const units = [
    unit(10_000),
    ...Array.from({ length: 4 }, () => unit(1_000, { project: 1 })),
    ...Array.from({ length: 42 }, () => unit(1_000, { project: 2 })),
  ];
  const plan = planShards(suite(units, { projects }), 4);
  const withFew = plan.shards.filter((shard) => shard.units.some((index) => units[index]?.project === 1));
  expect(withFew).toHaveLength(1);
  expect(Math.max(...plan.shards.map(({ finishMs }) => finishMs))).toBe(14_000);
});

test('what is blocked on one machine changes its prediction, not its plan', () => {
  const facts = {
    workers: 1,
    isWhole: true,
    projects: [project()],
    units: ['a', 'b'].map((id, seen) => ({ project: 0, file: 'a', worker: 'w', seen, tests: [{ id, title: id, skipped: false }], locks: [], with: [] })),
  };
  const history = { a: entry({ durations: [300] }), b: entry({ durations: [500] }) };
  const plan = planOf({ facts, history, total: 1 });
  expect(predictFinish(plan, 1, new Set())).toBe(800);
  expect(predictFinish(plan, 1, new Set(['b']))).toBe(300);
});
