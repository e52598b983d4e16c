import { bundlesOf } from './bundles';
import { longestBundle } from './lower-bound';
import { planSuite, type PlanQuestion, type SuitePlan } from './plan-suite';
import { Simulator } from './simulator';

/** A plan that finishes less than this much later than the best is as good. */
const AS_GOOD = 1.02;

/** When the last shard of a plan finishes, in milliseconds. */
export function lastFinish({ shards }: Pick<SuitePlan, 'shards'>): number {
  return Math.max(0, ...shards.map(({ finishMs }) => finishMs));
}

/** No number of shards finishes before, in milliseconds: the longest group, with its start and set-ups. */
export function floorOf({ suite }: Pick<SuitePlan, 'suite'>): number {
  const simulator = new Simulator(suite);
  return longestBundle({ simulator, bundles: bundlesOf(suite, simulator) });
}

/** The number of shards beyond which more of them finish no earlier. */
export function mostUseful(question: Omit<PlanQuestion, 'total'>): number {
  const alone = planSuite({ ...question, total: 1 });
  return fewest(question, floorOf(alone) * AS_GOOD) ?? 1;
}

/**
 * The least number of shards that finish within a time; `undefined` when no number does, because one
 * group alone takes longer.
 *
 * @param targetMs milliseconds
 */
export function fewest(question: Omit<PlanQuestion, 'total'>, targetMs: number): number | undefined {
  const alone = planSuite({ ...question, total: 1 });
  if (lastFinish(alone) <= targetMs) return 1;
  if (floorOf(alone) > targetMs) return undefined;
  const fits = (total: number): boolean => lastFinish(planSuite({ ...question, total })) <= targetMs;
  const units = alone.units.length;
  let high = Math.max(1, Math.floor(lastFinish(alone) / targetMs));
  let low = high - 1;
  while (high < units && !fits(high)) [low, high] = [high, Math.min(high * 2, units)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high;
}
