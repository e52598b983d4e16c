import type { KnownTests } from '../history/known-tests';
import { digestOf } from './digest';
import { planShards, type ShardPlan } from './plan-shards';
import { poolRuns } from './pool-runs';
import { priceSuite } from './price-suite';
import type { PricedSuite } from './priced-suite';
import type { SuiteFacts, UnitFacts } from './suite-facts';

/** What is divided: a suite, by its history, into so many shards. */
export interface PlanQuestion {
  readonly facts: SuiteFacts;
  readonly history: KnownTests;
  /** At least 1. */
  readonly total: number;
}

/** A suite's plan with what it rests on. */
export interface SuitePlan extends ShardPlan {
  readonly total: number;
  /** The units of the plan; its parts are indexes of them. */
  readonly units: readonly UnitFacts[];
  readonly suite: PricedSuite;
  /** Tests with a history of their own ÷ tests that run. */
  readonly coverage: number;
  /** The same on every machine that divides the same; see {@link digestOf}. */
  readonly digest: string;
}

/**
 * Divides a suite. It looks at the suite and the history only: what a machine finds when it starts (a
 * service that is down there) must not move a test to another machine.
 */
export function planSuite({ facts, history, total }: PlanQuestion): SuitePlan {
  const cut = { ...facts, units: cutPools(facts.units, total) };
  const { suite, coverage } = priceSuite(cut, history);
  return { ...planShards(suite, total), total, units: cut.units, suite, coverage, digest: digestOf(cut, suite, total) };
}

/** Ids of the tests of one shard; those of set-ups and teardowns are not among them. */
export function testsOfShard(plan: SuitePlan, shard: number): ReadonlySet<string> {
  const units = plan.shards[shard - 1]?.units ?? [];
  return new Set(units.flatMap((unit) => plan.units[unit]?.tests ?? []).map(({ id }) => id));
}

/** Pools are dealt out in as many pieces as there are shards, as Playwright's own split does. */
function cutPools(units: readonly UnitFacts[], total: number): readonly UnitFacts[] {
  if (!units.some(({ pool }) => pool !== undefined)) return units;
  return poolRuns(units).flatMap((run) => {
    const size = Math.ceil(run.length / total);
    return Array.from({ length: Math.ceil(run.length / size) }, (_, at) => joined(run.slice(at * size, (at + 1) * size)));
  });
}

function joined(units: readonly UnitFacts[]): UnitFacts {
  const [first] = units;
  if (!first) throw new Error('a piece of nothing');
  if (units.length === 1) return first;
  return {
    ...first,
    tests: units.flatMap(({ tests }) => tests),
    locks: [...new Set(units.flatMap(({ locks }) => locks))],
    with: [...new Set(units.flatMap((unit) => unit.with))],
  };
}
