import { readJournal } from '../../../support/merge/journal';
import { readPlannedTests, type PlannedTest } from '../../../support/merge/planned-test';
import { readManifest } from '../../../support/merge/shard-manifest';
import type { RunRecord } from '../../../support/run/run-record';
import { existsSync } from 'node:fs';
import type { MiniProject } from '../support/mini-project';
import { expect, test } from './support/merge-test';

test.describe.configure({ mode: 'default' });
test.setTimeout(120_000);

async function planOf(project: MiniProject, folder: string): Promise<readonly PlannedTest[]> {
  const tests: PlannedTest[] = [];
  for await (const one of readPlannedTests(project.path(folder))) tests.push(one);
  return tests;
}

test('every shard leaves the whole plan, a manifest that has ended, and a journal of all that it ran', async ({ project }) => {
  const plan = await planOf(project, '1');
  expect(await planOf(project, '2')).toEqual(plan);
  expect(plan.map(({ title }) => title.split(' › ').at(-1)).sort()).toEqual(['a', 'attached', 'b', 'bug', 'c', 'd', 'flaky', 'left out', 'outage', 'prepare']);
  expect(plan.find(({ title }) => title === 'prepare')?.shards).toEqual([1, 2]);
  expect(plan.find(({ title }) => title === 'left out')?.skipped).toBe(true);
  for (const number of [1, 2]) {
    const manifest = readManifest(project.path(String(number)));
    const own = plan.filter(({ shards }) => shards.includes(number));
    expect(manifest).toMatchObject({ state: 'ended', commit: 'c0ffee', ciRun: '7', whole: true, serving: ['prepare'], suite: 10, planned: own.length, done: own.length });
    expect(manifest.services).toContainEqual({ name: 'stock', launcher: 'process', state: 'down' });
    const { tests, isDamaged } = await readJournal(project.path(String(number)));
    expect(isDamaged).toBe(false);
    expect([...tests.keys()].sort()).toEqual(own.map(({ id }) => id).sort());
    for (const { attempts, isRunning } of tests.values()) expect(attempts.length > 0 && !isRunning).toBe(true);
  }
  // A run of its own is no shard.
  expect(existsSync(project.path('whole/shard.json'))).toBe(false);
});

for (const [kept, signal] of [['killed', 'SIGKILL'], ['stopped', 'SIGTERM']] as const) {
  test(`what ran before ${signal} is in the journal, and so is the test that was running`, async ({ project }) => {
    const titles = new Map((await planOf(project, kept)).map(({ id, title }) => [id, title]));
    const { tests } = await readJournal(project.path(kept));
    const open = [...tests].filter(([, { isRunning, attempts }]) => isRunning || attempts.at(-1)?.status === 'interrupted');
    expect(open).toHaveLength(1);
    const [running = ''] = open.map(([id]) => titles.get(id));
    const ended = [...tests.values()].filter(({ attempts }) => attempts.some(({ status }) => status === 'passed')).length;
    expect(ended).toBeGreaterThan(1);
    const manifest = readManifest(project.path(kept));
    if (signal === 'SIGKILL') return expect(manifest).toMatchObject({ state: 'running' });

    // Playwright was told as by Ctrl-C: it wrote its files, and nothing is called failed or skipped.
    expect(manifest).toMatchObject({ state: 'ended', status: 'interrupted' });
    const run = JSON.parse(project.read(`${kept}/run.json`)) as RunRecord;
    const verdicts = new Map(run.tests.map(({ title, verdict }) => [title, verdict]));
    expect(verdicts.get(running)).toBe('unknown');
    expect(run.totals.passed + run.totals.flaky).toBe(ended);
    expect(run.totals.passed + run.totals.flaky + run.totals.failed + run.totals.blocked + run.totals.unknown + run.totals.skipped).toBe(run.totals.total);
  });
}
