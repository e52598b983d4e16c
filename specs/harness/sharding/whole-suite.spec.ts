import { existsSync } from 'node:fs';
import { formatHistory, type History } from '../../../support/history/history';
import { expect, test } from '../support/mini-test';
import { isServing, list, listShards, shardedFiles, type Listed } from './sharded-project';
import { entry } from './suites';

test.setTimeout(300_000);

const HISTORY = 'reports/history/tests.json';

/** Of all tests together: those that are no set-up, each as often as it is in a shard. */
const own = (shards: readonly Listed[]): readonly string[] =>
  shards.flatMap(({ tests }) => [...tests].filter(([, title]) => !isServing(title)).map(([id]) => id)).sort();

const filters: readonly (readonly [string, number, readonly string[]])[] = [
  ['without a filter', 3, []],
  ['in one shard', 1, []],
  ['with --grep', 2, ['--grep', 'size|chain|printer']],
  ['with --project', 2, ['--project=phone', '--project=in-order']],
  ['with --repeat-each', 2, ['--repeat-each=2', '--project=phone']],
  ['in more shards than there are tests', 4, ['--grep', 'same title', '--project=main']],
];

for (const [title, total, args] of filters) {
  test(`the shards are exactly the suite, ${title}`, async ({ makeProject }) => {
    const project = makeProject(shardedFiles);
    const all = await list(project, args);
    const shards = await listShards(project, total, args);
    for (const { code, output } of shards) expect(code, output).toBe(0);
    expect(own(shards)).toEqual(own([all]));
    expect(all.tests.size).toBeGreaterThan(0);
    for (const { tests } of shards) {
      const titles = [...tests.values()];
      const needsSetUp = titles.some((one) => one.startsWith('main'));
      expect(titles.some((one) => one.startsWith('prepare'))).toBe(needsSetUp);
      expect(titles.some((one) => one.startsWith('clear'))).toBe(needsSetUp);
      // Never half of a chain, nor one of two that share the printer.
      for (const part of ['main > serial.spec.ts > chain', 'in-order > serial.spec.ts > chain']) {
        expect([0, 3]).toContain(titles.filter((one) => one.startsWith(part)).length);
      }
      const printers = titles.filter((one) => one.includes('of the printer')).length;
      expect([0, [...all.tests.values()].filter((one) => one.includes('of the printer')).length]).toContain(printers);
    }
  });
}

test('the shards are exactly what failed last, with --last-failed', async ({ makeProject }) => {
  const project = makeProject(shardedFiles);
  const all = await list(project, []);
  const failed = own([all]).filter((_, index) => index % 3 === 0);
  project.write('reports/output/artifacts/.last-run.json', JSON.stringify({ status: 'failed', failedTests: failed }));
  const shards = await listShards(project, 2, ['--last-failed']);
  expect(own(shards)).toEqual(failed);
});

test('the shards are exactly the suite with a history that is there, old or damaged', async ({ makeProject }) => {
  const project = makeProject(shardedFiles);
  const all = await list(project, []);
  const known: History = Object.fromEntries(
    [...all.tests].map(([id, title], index) => [id, entry({ title, durations: [index * 100], verdicts: [index % 3 === 0 ? 'blocked' : 'passed'] })]),
  );
  project.write(HISTORY, formatHistory(known));
  const balanced = await listShards(project, 2);
  expect(own(balanced)).toEqual(own([all]));
  expect(balanced[0]?.output).toContain('the history knows 100 %');
  const digests = balanced.map(({ output }) => /plan ([0-9a-f]{16})/.exec(output)?.[1]);
  expect(new Set(digests).size).toBe(1);

  for (const [text, coverage] of [[formatHistory({ gone: entry() }), 0], ['{"version":1,"tests":{\n"a', 0]] as const) {
    project.write(HISTORY, text);
    const shards = await listShards(project, 2);
    expect(own(shards)).toEqual(own([all]));
    expect(shards[0]?.output).toContain(`the history knows ${coverage} %`);
    const other = /plan ([0-9a-f]{16})/.exec(shards[0]?.output ?? '')?.[1];
    expect(other).not.toBe(digests[0]);
  }
  expect(existsSync(project.path(`${HISTORY}.damaged`))).toBe(true);
});

test('a second planner is an error, and no shard runs by another split', async ({ makeProject }) => {
  const planner = "module.exports = class { preprocess({ testRun }) { testRun.skipSharding(); } onTestBegin() { console.log('A TEST RAN'); } };";
  const project = makeProject({ ...shardedFiles, 'planner.js': planner });
  const { code, output } = await project.test(['--shard=1/2', '--reporter=./planner.js', '--project=phone']);
  expect(code, output).toBe(1);
  expect(output).toContain("Multiple reporters called 'skipSharding'");
  expect(output).not.toContain('A TEST RAN');
});

test('a Playwright that does not tell its groups ends the run before a test', async ({ makeProject }) => {
  const forget = "module.exports = class { preprocess({ suite }) { for (const test of suite.allTests()) delete test._workerHash; } onTestBegin() { console.log('A TEST RAN'); } };";
  const project = makeProject({ ...shardedFiles, 'forget.js': forget });
  const { code, output } = await project.test(['--shard=1/2', '--reporter=./forget.js', '--project=phone']);
  expect(code, output).toBe(1);
  expect(output).toContain('This version of Playwright does not tell "_workerHash"');
  expect(output).not.toContain('A TEST RAN');
});

test('a shard whose reporter is left out does not run', async ({ makeProject }) => {
  const project = makeProject({ ...shardedFiles, 'other.js': "module.exports = class { onTestBegin() { console.log('A TEST RAN'); } };" });
  const args = ['--shard=1/2', '--reporter=dot', '--project=phone'];
  const { code, output } = await project.test(args, { PW_TEST_REPORTER: project.path('other.js') });
  expect(code, output).toBe(2);
  expect(output).toContain('This shard cannot be planned');
  expect(output).not.toContain('A TEST RAN');
});
