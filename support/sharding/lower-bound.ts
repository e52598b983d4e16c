import type { Bundle } from './bundles';
import type { PricedSuite } from './priced-suite';
import type { Simulator } from './simulator';

/** What the bound of a plan is worked out from. */
export interface BoundQuestion {
  readonly simulator: Simulator;
  readonly bundles: readonly Bundle[];
  readonly total: number;
}

/**
 * A finish that no plan can go below, in milliseconds: the longest of what cannot be divided, or
 * everything divided by all workers, each of which must start.
 */
export function lowerBound(suite: PricedSuite, question: BoundQuestion): number {
  let sum = 0;
  for (const { units } of question.bundles) for (const unit of units) sum += leastCost(suite, question.simulator.cost(unit), unit);
  const share = sum > 0 ? Math.ceil(sum / (suite.workers * question.total)) + leastStart(suite, question) : 0;
  return Math.max(longestBundle(question), share);
}

/** Every worker that runs anything has been started once. */
function leastStart({ projects, units }: PricedSuite, { bundles, simulator }: BoundQuestion): number {
  let least = Infinity;
  for (const bundle of bundles) {
    for (const unit of bundle.units) {
      if (simulator.cost(unit) > 0) least = Math.min(least, projects[units[unit]?.project ?? 0]?.startMs ?? 0);
    }
  }
  return least;
}

/** When the longest of what cannot be divided would finish alone: no number of shards ends before. */
export function longestBundle({ simulator, bundles }: Pick<BoundQuestion, 'simulator' | 'bundles'>): number {
  let longest: Bundle | undefined;
  let finish = 0;
  for (const bundle of bundles) {
    if (bundle.units.length > 1) finish = Math.max(finish, simulator.finish(bundle.units));
    else if (bundle.cost > (longest?.cost ?? 0)) longest = bundle;
  }
  return longest ? Math.max(finish, simulator.finish(longest.units)) : finish;
}

/** Pieces of a pool that meet in one shard share their hooks. */
function leastCost({ units }: PricedSuite, cost: number, unit: number): number {
  const { pool, hooksMs = 0 } = units[unit] ?? {};
  return pool === undefined || cost === 0 ? cost : cost - hooksMs;
}
