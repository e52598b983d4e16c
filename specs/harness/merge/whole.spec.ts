import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { RunRecord } from '../../../support/run/run-record';
import type { MiniProject } from '../support/mini-project';
import { expect, test } from './support/merge-test';

test.describe.configure({ mode: 'default' });
test.setTimeout(300_000);

const told = ({ tests }: RunRecord) => tests.map(({ project, title, verdict, retries, blockedBy }) => ({ project, title, verdict, retries, blockedBy }));
const causes = ({ causes: all }: RunRecord) => all.map(({ id, kind, summary, unlocks, tests }) => ({ id, kind, summary, unlocks, tests: tests.toSorted() }));

function resultsIn(project: MiniProject, folder: string) {
  const names = readdirSync(project.path(folder)).filter((name) => name.endsWith('-result.json'));
  return names.map((name) => JSON.parse(project.read(`${folder}/${name}`)));
}

test('shards that are joined say what one machine says, in one record, one list of causes and one report', async ({ copies, project }) => {
  const one = JSON.parse(project.read('whole/run.json')) as RunRecord;
  const { output, code, run, file } = await copies.add('1', '1', 'with its blob').add('2', '2', 'with its blob').merge(['--expect', '2']);
  expect(run.problems, output).toEqual([]);
  // Red only for its tests.
  expect(code).toBe(1);
  const byTitle = (list: ReturnType<typeof told>) => list.toSorted((left, right) => (left.title < right.title ? -1 : 1));
  expect(byTitle(told(run))).toEqual(byTitle(told(one)));
  expect(run.totals).toEqual(one.totals);
  expect(causes(run)).toEqual(causes(one));
  expect(run.full).toBe(true);
  expect(run.shards?.map(({ current, total }) => [current, total])).toEqual([[1, 2], [2, 2]]);
  expect(output).toMatch(/shard 1 of 2: .* expected, .* taken/);
  expect(output).toContain('left out by GROUNDWORK_WITHOUT');

  for (const name of ['allure/index.html', 'playwright-report/index.html', 'summary.md']) expect(existsSync(project.path(file(name))), name).toBe(true);
  // The rules of the user's that the shards were run with.
  expect(output).toMatch(/quality gate: enough\/minTestsCount/);
  const results = resultsIn(project, file('allure-results'));
  // Seven tests with an attempt each, two with a retry, and the set-up of either shard.
  expect(results).toHaveLength(7 + 2 * 2 + 2);
  const setUps = results.filter(({ name }) => name === 'prepare').map(({ parameters }) => parameters);
  expect(setUps.map((list) => list.find(({ name }: { name: string }) => name === 'Shard').value).sort()).toEqual(['1 of 2', '2 of 2']);
  // By Playwright's merge, all would have begun when they were merged.
  const starts = ['1', '2'].flatMap((shard) => resultsIn(project, `${shard}/allure-results`)).map(({ start }) => start);
  expect(results.map(({ start }) => start).sort()).toEqual(starts.sort());
  for (const { labels } of results) expect(labels.map(({ name }: { name: string }) => name)).not.toContain('groundworkTestId');
  const note = results.flatMap(({ steps, attachments }) => [...attachments, ...steps.flatMap((step: { attachments: unknown[] }) => step.attachments)]).find(({ name }) => name === 'note');
  expect(project.read(file(`allure-results/${note.source}`))).toBe('what was seen');
  expect(existsSync(project.path(file('blobs')))).toBe(false);
});

test('a merged run that is whole is a line of the ledger and the history’s next', async ({ copies, project }) => {
  const lines = () => project.read('reports/history/ledger.jsonl').trim().split('\n');
  const before = lines().length;
  const { run } = await copies.add('1').add('2').merge();
  expect(lines()).toHaveLength(before + 1);
  expect(JSON.parse(lines().at(-1) ?? '')).toMatchObject({ id: run.id, total: 10 });
  const [test] = run.tests.filter(({ verdict }) => verdict === 'failed');
  const history = JSON.parse(readFileSync(project.path('reports/history/tests.json'), 'utf8'));
  expect(history.tests[test?.id ?? ''].verdicts.at(-1)).toBe('failed');
});

test('the tests to run again are exactly those that failed or are lost', async ({ copies, project }) => {
  const { run, file, output } = await copies.add('killed').add('2').merge();
  const due = run.tests.filter(({ verdict }) => verdict === 'failed' || verdict === 'unknown');
  expect(due.some(({ verdict }) => verdict === 'unknown') && due.some(({ verdict }) => verdict === 'failed'), output).toBe(true);
  expect(output).toContain('--last-failed --last-failed-file=');
  const again = await project.test(['--last-failed', `--last-failed-file=${project.path(file('last-failed.json'))}`, '--reporter=json', '--list']);
  const ids = JSON.stringify(JSON.parse(again.output.slice(again.output.indexOf('{'))));
  const listed = [...ids.matchAll(/"id":"([0-9a-f]+-[0-9a-f]+)"/g)].map(([, id]) => id).filter((id) => run.tests.some((one) => one.id === id && one.project === 'main'));
  expect([...new Set(listed)].sort()).toEqual(due.map(({ id }) => id).sort());
});
