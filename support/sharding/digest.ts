import { createHash } from 'node:crypto';
import type { PricedSuite } from './priced-suite';
import type { SuiteFacts } from './suite-facts';

/** Units that are hashed together: one by one they would take longer than the plan. */
const AT_ONCE = 1_000;

/**
 * What a plan rests on, as one short text: the tests in their units, the prices that the history gave
 * them, workers and number of shards. Shards that differ in it have divided different things, and have
 * lost or doubled tests.
 */
export function digestOf(facts: SuiteFacts, suite: PricedSuite, total: number): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([total, suite.workers, suite.projects]));
  let lines: string[] = [];
  facts.units.forEach((unit, index) => {
    const { tests, hooksMs = 0, fullMs = 0 } = suite.units[index] ?? {};
    const ids = unit.tests.map(({ id }) => id).join();
    lines.push([ids, tests?.join(), hooksMs, fullMs, unit.worker, unit.pool, unit.locks.join(), unit.with.join()].join('|'));
    if (lines.length < AT_ONCE) return;
    hash.update(lines.join('\n'));
    lines = [];
  });
  hash.update(lines.join('\n'));
  return hash.digest('hex').slice(0, 16);
}
