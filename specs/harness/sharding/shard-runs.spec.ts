import { existsSync } from 'node:fs';
import type { RunRecord } from '../../../support/run/run-record';
import { filesOf, service } from '../support/mini-platform';
import type { MiniProject, Outcome } from '../support/mini-project';
import { expect, test } from '../support/mini-test';
import { runOf, testOf, wait } from '../support/runs';
import { shardedFiles } from './sharded-project';

test.setTimeout(300_000);

const specs = {
  slow: testOf('slow', ['auth'], wait(3)),
  quick: ['a', 'b', 'c'].map((title) => testOf(title, ['auth'], wait(0.3))).join('\n'),
  stock: ['e', 'f'].map((title) => testOf(title, ['stock'])).join('\n'),
};
const files = filesOf({ services: { auth: service(), stock: service() }, specs, config: 'workers: 1,' });
const env = { GROUNDWORK_WITHOUT: 'stock' };

interface ShardRun extends Outcome {
  readonly run: RunRecord;
}

async function runShard(project: MiniProject, shard: string, args: readonly string[] = []): Promise<ShardRun> {
  const outcome = await project.test([`--shard=${shard}`, ...args], env);
  return { ...outcome, run: runOf(project) };
}

test('shards are balanced by what was measured, agree on their plan, and tell what they took', async ({ makeProject }) => {
  const project = makeProject(files);
  await project.test([], env);
  const history = project.read('reports/history/tests.json');
  expect(history).toMatch(/"title":"slow".*"durations":\[\d{4}\]/);
  expect(history).toMatch(/"start":\d+/);
  expect(history).toMatch(/"around":\d+/);

  const one = await runShard(project, '1/2');
  const other = await runShard(project, '2/2', ['--reporter=dot']);
  const titles = [one, other].map(({ run }) => run.tests.map(({ title }) => title));
  expect(titles.flat().sort()).toEqual(['a', 'b', 'c', 'e', 'f', 'slow']);
  // The slow test is longer than all others; those that were blocked go where there will be time for them.
  expect(titles.find((list) => list.includes('slow'))).toEqual(['slow']);

  expect(other.run.shard?.digest).toBe(one.run.shard?.digest);
  for (const { run, output } of [one, other]) {
    expect(run).toMatchObject({ full: false, shard: { total: 2, workers: 1, coverage: 1 } });
    expect(run.shard?.predictedMs).toBeGreaterThan(800);
    expect(run.shard?.actualMs).toBeGreaterThan(800);
    expect(output).toMatch(/shard \d of 2: [\d.]+ s expected, [\d.]+ s taken \([+-]?\d+ %\)/);
  }
  expect(one.run.totals.blocked + other.run.totals.blocked).toBe(2);
  expect(project.read('reports/history/tests.json')).toBe(history);
});

test('a set-up that is blocked is no trouble to a shard that does not need it', async ({ makeProject }) => {
  const projects = "projects: [{ name: 'prepare', testMatch: /prepare/ }, { name: 'main', testMatch: /main/, dependencies: ['prepare'] }, { name: 'free', testMatch: /free/ }]";
  const bodies = { prepare: testOf('prepare', ['stock']), main: testOf('main', ['auth']), free: testOf('free', ['auth']) };
  const project = makeProject(filesOf({ services: { auth: service(), stock: service() }, specs: bodies, config: `workers: 1, ${projects},` }));
  const found: Record<string, string> = {};
  for (const shard of ['1/2', '2/2']) {
    const { output, run } = await runShard(project, shard);
    expect(output).not.toContain('cannot be called on a setup');
    for (const { title, verdict } of run.tests) found[title] = verdict;
  }
  expect(found).toEqual({ prepare: 'blocked', main: 'blocked', free: 'passed' });
});

test('groups are those that Playwright makes, and a shard of nothing is green', async ({ makeProject }) => {
  const project = makeProject(shardedFiles);
  const plan = await project.groundwork(['plan', '--shards', '1', '--json']);
  expect(plan.code, plan.output).toBe(0);
  const { shards } = JSON.parse(plan.output) as { shards: { groups: number }[] }; // what the command prints
  const { code, output } = await project.test([], { DEBUG: 'pw:test:task' });
  expect(code, output).toBe(0);
  const phases = [...output.matchAll(/with (.*) projects, (\d+) testGroups/g)].map(([, names = '', count]) => ({ names, count: Number(count) }));
  const serving = phases.filter(({ names }) => /^(prepare|clear)$/.test(names));
  const all = phases.reduce((sum, { count }) => sum + count, 0);
  // The set-up shares its phase with projects that wait for nobody; it is one group, as the teardown is.
  expect(serving.length).toBeLessThan(phases.length);
  expect(shards[0]?.groups).toBe(all - 2);

  const empty = await project.test(['--shard=9/9', '--project=phone', '--grep', 'size 1']);
  expect(empty.code, empty.output).toBe(0);
  expect(empty.output).toContain('shard 9 of 9: 0 tests');
});

test('the plan is shown with its bound, and the number of shards that is worth it', async ({ makeProject }) => {
  const project = makeProject(shardedFiles);
  const shown = await project.groundwork(['plan', '--shards', '3', '--workers', '2', '--', '--project=phone']);
  expect(shown.code, shown.output).toBe(0);
  expect(shown.output).toMatch(/│ 3 +│ [\d.]+ s +│/);
  expect(shown.output).toMatch(/last of all [\d.]+ s, no plan below [\d.]+ s; imbalance \d+ %/);
  expect(shown.output).toMatch(/more than \d+ shards would finish no earlier/);

  const target = await project.groundwork(['plan', '--target', '4s', '--json', '--', '--project=phone']);
  expect(target.code, target.output).toBe(0);
  const { total, shards } = JSON.parse(target.output) as { total: number; shards: { finishMs: number }[] }; // what the command prints
  expect(shards).toHaveLength(total);
  expect(Math.max(...shards.map(({ finishMs }) => finishMs))).toBeLessThanOrEqual(4_000);

  for (const [args, message] of [
    [['--target', '100ms'], 'A time as 90s, 5m or 1h is allowed'],
    [['--target', '0.1s'], 'No number of shards finishes in 0.1 s'],
    [['--shards', '0'], 'A whole number from 1 is allowed'],
    [[], 'Say how many shards'],
    [['--shards', '2', '--', '--project=nowhere'], 'nowhere'],
  ] as const) {
    const refused = await project.groundwork(['plan', ...args]);
    expect(refused.code, refused.output).toBe(2);
    expect(refused.output).toContain(message);
  }
  expect(existsSync(project.path('reports/output/run.json'))).toBe(false);
});
