import { median } from '../../support/data/median';
import { builtInSplit } from '../../support/sharding/built-in-split';
import { planShards } from '../../support/sharding/plan-shards';
import type { PricedSuite } from '../../support/sharding/priced-suite';
import { Simulator } from '../../support/sharding/simulator';
import type { Timings } from './read-timings';

/** A split of a suite, scored: the last finish ÷ the least that any split could reach. */
export interface Score {
  readonly shards: number;
  readonly workers: number;
  readonly builtIn: number;
  readonly planned: number;
  /** Whether one unit alone takes longer than everything divided by all workers. */
  readonly isLongestBound: boolean;
}

/** How the plan made of one version of the times does on another, beside Playwright's own split. */
export function score(known: Timings, actual: Timings, { shards, workers }: Pick<Score, 'shards' | 'workers'>): Score {
  const units = [...actual.keys()];
  const typical = median([...known.values()]) ?? 0;
  const plan = planShards(suiteOf(units.map((unit) => known.get(unit) ?? typical), workers), shards);
  const simulator = new Simulator(suiteOf([...actual.values()], workers));
  const last = (split: readonly (readonly number[])[]): number => Math.max(...split.map((part) => simulator.finish(part)));
  const times = [...actual.values()].map(Math.round);
  const share = times.reduce((sum, ms) => sum + ms, 0) / (shards * workers);
  const bound = Math.max(share, ...times);
  return {
    shards,
    workers,
    builtIn: last(builtInSplit(units.map(() => 1), shards)) / bound,
    planned: last(plan.shards.map((part) => part.units)) / bound,
    isLongestBound: bound > share,
  };
}

function suiteOf(times: readonly number[], workers: number): PricedSuite {
  const rest = { project: 0, worker: 0, hooksMs: 0, locks: [], with: [] };
  const units = times.map((ms, seen) => ({ ...rest, seen, tests: [Math.round(ms)], fullMs: Math.round(ms) }));
  return { workers, projects: [{ name: '', dependencies: [], serving: false, startMs: 0 }], units };
}
