import type { SuitePlan } from './plan-suite';
import { Simulator } from './simulator';

/**
 * When a shard is expected to finish, in milliseconds, now that it is known which of its tests are
 * blocked. Only a prediction: it moves no test.
 */
export function predictFinish(plan: SuitePlan, shard: number, blocked: ReadonlySet<string>): number {
  const part = plan.shards[shard - 1];
  if (!part) return 0;
  if (blocked.size === 0) return part.finishMs;
  const units = plan.suite.units.map((unit, index) => ({
    ...unit,
    tests: unit.tests.map((ms, at) => (blocked.has(plan.units[index]?.tests[at]?.id ?? '') ? 0 : ms)),
  }));
  return new Simulator({ ...plan.suite, units }).finish(part.units);
}
