import { poolRuns } from './pool-runs';
import { groupCost, type PricedSuite, type PricedUnit } from './priced-suite';
import type { Job } from './run-queue';

/**
 * The groups that Playwright makes of one project's units in a shard, in the order of its queue: kind of
 * worker by kind, as they are first seen there, and each pool cut into as many groups as there are workers.
 *
 * @param list indexes of units of one project, ascending
 */
export function groupsOfShard({ units, workers }: PricedSuite, list: readonly number[]): readonly Job[] {
  const kinds = new Map<number, { seen: number; readonly units: PricedUnit[] }>();
  for (const index of list) {
    const unit = units[index];
    if (!unit) continue;
    const kind = kinds.get(unit.worker);
    if (!kind) kinds.set(unit.worker, { seen: unit.seen, units: [unit] });
    else {
      kind.units.push(unit);
      kind.seen = Math.min(kind.seen, unit.seen);
    }
  }
  const inOrder = kinds.size > 1 ? [...kinds.values()].sort((one, other) => one.seen - other.seen) : [...kinds.values()];
  return inOrder.flatMap((kind) => jobsOf(kind.units, workers));
}

function jobsOf(units: readonly PricedUnit[], workers: number): readonly Job[] {
  const jobs: Job[] = [];
  for (const run of poolRuns(units)) {
    const [first] = run;
    if (!first) continue;
    const { project, worker, locks, hooksMs } = first;
    const add = (tests: readonly number[]): void => void jobs.push({ project, worker, locks, cost: groupCost({ tests, hooksMs }) });
    if (first.pool === undefined) add(first.tests);
    else cut(run.flatMap(({ tests }) => tests), workers).forEach(add);
  }
  return jobs.filter(({ cost }) => cost > 0);
}

function cut(tests: readonly number[], workers: number): readonly (readonly number[])[] {
  const size = Math.ceil(tests.length / workers);
  return Array.from({ length: Math.ceil(tests.length / size) }, (_, group) => tests.slice(group * size, (group + 1) * size));
}
