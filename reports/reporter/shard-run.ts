import type { FullConfig, Suite, TestRun } from '@playwright/test/reporter';
import { describeError } from '../../support/errors/describe-error';
import type { KnownTests } from '../../support/history/known-tests';
import type { PlannedTest } from '../../support/merge/planned-test';
import { planSuite, testsOfShard, type SuitePlan } from '../../support/sharding/plan-suite';
import { readSuite } from '../../support/sharding/read-suite';
import { plannedTests } from './planned-tests';
import { predictFinish } from '../../support/sharding/predict';
import type { ShardRecord } from '../../support/run/run-record';

/** What `preprocess` is given, and what the plan rests on beside it. */
export interface ShardSetting {
  readonly config: FullConfig;
  readonly suite: Suite;
  readonly testRun: TestRun;
  readonly root: string;
  readonly history: KnownTests;
  /** Whether no filter has narrowed the suite. */
  readonly isWhole: boolean;
}

/** This machine's part of the plan. */
export interface PlannedShard {
  readonly plan: SuitePlan;
  readonly current: number;
  /** Whether no filter has narrowed the suite. */
  readonly isWhole: boolean;
  /** Names of the set-up and teardown projects. */
  readonly serving: readonly string[];
  /** Every test of the plan, with the shards that run it. */
  readonly tests: readonly PlannedTest[];
  /** Ids of the tests that it runs, without those of set-ups and teardowns. */
  readonly own: ReadonlySet<string>;
  /** Leaves to this shard what the plan gives it. */
  readonly apply: () => void;
}

/**
 * Puts the balanced plan in the place of Playwright's own split.
 *
 * @returns `undefined` when the run is not sharded
 * @throws Error when it cannot plan: Playwright ends the run then, and splits nothing by itself.
 */
export function planShard(setting: ShardSetting): PlannedShard | undefined {
  if (!setting.config.shard) return undefined;
  try {
    return planOf(setting, setting.config.shard);
  } catch (error) {
    // Told here as well: a reporter of the user's may tell no errors.
    process.stderr.write(`This shard cannot be planned, and runs no test: ${describeError(error)}\n`);
    throw error;
  }
}

function planOf(setting: ShardSetting, { current, total }: { current: number; total: number }): PlannedShard {
  const { config, suite, testRun, root, history, isWhole } = setting;
  testRun.skipSharding();
  const facts = readSuite({ suite, config, root, isWhole });
  const plan = planSuite({ facts, history, total });
  const own = testsOfShard(plan, current);
  const judged = suite.suites.filter((_, index) => !facts.projects[index]?.serving);
  const apply = (): void => judged.forEach((project) => leaveOut(project, own, testRun));
  const serving = facts.projects.filter((project) => project.serving).map(({ name }) => name);
  return { plan, current, isWhole, serving, tests: plannedTests({ plan, facts, suite, root }), own, apply };
}

/** Excludes what the shard does not own; a suite of which it owns nothing at once. */
function leaveOut(suite: Suite, own: ReadonlySet<string>, testRun: TestRun): void {
  if (!suite.allTests().some(({ id }) => own.has(id))) return testRun.exclude(suite);
  for (const entry of [...suite.entries()]) {
    if ('entries' in entry) leaveOut(entry, own, testRun);
    else if (!own.has(entry.id)) testRun.exclude(entry);
  }
}

/**
 * The record of a shard at its start.
 *
 * @param blocked ids of the tests that are blocked on this machine: they cost nothing
 */
export function shardRecord({ plan, current, own }: PlannedShard, blocked: ReadonlySet<string>): ShardRecord {
  return {
    current,
    total: plan.total,
    workers: plan.suite.workers,
    digest: plan.digest,
    tests: own.size,
    coverage: plan.coverage,
    predictedMs: predictFinish(plan, current, blocked),
    plannedMs: plan.shards.map(({ finishMs }) => finishMs),
    boundMs: plan.boundMs,
  };
}
