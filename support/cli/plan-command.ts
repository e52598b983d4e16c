import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import { seconds } from '../data/seconds';
import { UsageError } from '../errors/usage-error';
import { historyPath, readHistory } from '../history/history-file';
import { planSuite, testsOfShard, type PlanQuestion, type SuitePlan } from '../sharding/plan-suite';
import { fewest, floorOf, lastFinish, mostUseful } from '../sharding/proposals';
import { loadFacts } from './load-facts';
import { loadPlatform } from './load-platform';
import { wholeNumber } from './whole-number';

interface PlanOptions {
  readonly shards?: number;
  readonly target?: number;
  readonly workers?: number;
  readonly json?: boolean;
}

/** `groundwork plan`: how the suite would be divided, and how many shards are worth their machines. */
export function planCommand(): Command {
  return new Command('plan')
    .description('show how the suite is divided into shards, and when each would finish')
    .option('-n, --shards <n>', 'how many shards', wholeNumber)
    .option('--target <time>', 'propose the number of shards that finishes within a time, as 5m or 90s', duration)
    .option('--workers <n>', 'workers of each shard, when not those of this machine', wholeNumber)
    .option('--json', 'print the plan as JSON')
    .argument('[filters...]', "further arguments for playwright test, behind --: -- --grep orders")
    .action(async (filters: readonly string[], options: PlanOptions) => {
      const { root } = loadPlatform();
      const facts = await loadFacts(root, filters);
      const history = readHistory(historyPath(root), (message) => process.stderr.write(`${message}\n`));
      const question = { facts: { ...facts, workers: options.workers ?? facts.workers }, history };
      const total = options.shards ?? proposal(question, options.target);
      const plan = planSuite({ ...question, total });
      const most = mostUseful(question);
      process.stdout.write(options.json ? asJson(plan, most) : asText(plan, most));
    });
}

function proposal(question: Omit<PlanQuestion, 'total'>, target: number | undefined): number {
  if (target === undefined) throw new UsageError('Say how many shards (--shards 4), or how long they may take (--target 5m).');
  const total = fewest(question, target);
  if (total !== undefined) return total;
  const floor = floorOf(planSuite({ ...question, total: 1 }));
  throw new UsageError(
    `No number of shards finishes in ${seconds(target)}: the longest group alone takes ${seconds(floor)} with its start ` +
      'and set-ups. Divide that group, or give more time.',
  );
}

function asJson(plan: SuitePlan, most: number): string {
  const { total, suite, boundMs, coverage, digest } = plan;
  const shards = plan.shards.map(({ finishMs, units }, index) => ({
    shard: index + 1,
    finishMs,
    groups: units.length,
    tests: [...testsOfShard(plan, index + 1)],
  }));
  const head = { version: 1, total, workers: suite.workers, digest, coverage, boundMs, imbalance: imbalance(plan), mostUseful: most };
  return `${JSON.stringify({ ...head, shards }, undefined, 2)}\n`;
}

function asText(plan: SuitePlan, most: number): string {
  const table = new Table({ head: ['shard', 'expected', 'groups', 'tests'], style: { head: [], border: [] } });
  plan.shards.forEach(({ finishMs, units }, index) =>
    table.push([index + 1, seconds(finishMs), units.length, testsOfShard(plan, index + 1).size]),
  );
  const lines = [
    table.toString(),
    `last of all ${seconds(lastFinish(plan))}, no plan below ${seconds(plan.boundMs)}; imbalance ${Math.round(imbalance(plan) * 100)} %`,
    `the history knows ${Math.round(plan.coverage * 100)} % of the tests; ${plan.suite.workers} workers a shard; plan ${plan.digest}`,
    `more than ${most} ${most === 1 ? 'shard' : 'shards'} would finish no earlier`,
  ];
  return `${lines.join('\n')}\n`;
}

/** How much later the last shard finishes than the mean of all, as a share. */
function imbalance(plan: SuitePlan): number {
  const mean = plan.shards.reduce((sum, { finishMs }) => sum + finishMs, 0) / plan.shards.length;
  return mean > 0 ? lastFinish(plan) / mean - 1 : 0;
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

function duration(text: string): number {
  const [, value, unit = 's'] = /^(\d+(?:\.\d+)?)\s*([smh])?$/.exec(text) ?? [];
  if (value === undefined || Number(value) === 0) throw new InvalidArgumentError('A time as 90s, 5m or 1h is allowed.');
  return Number(value) * (UNITS[unit] ?? 1_000);
}
