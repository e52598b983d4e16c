import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Copies } from './support/merge-test';

test.describe.configure({ mode: 'default' });
test.setTimeout(180_000);

test('a set-up that failed in one shard and passed in the other is a failure, and no retry hides it', async ({ copies, project }) => {
  const { code, output, run, file } = await copies.add('no-set-up').add('2').merge([]);
  expect(code, output).toBe(1);
  const setUp = run.tests.filter(({ title }) => title === 'prepare');
  expect(setUp).toHaveLength(1);
  expect(setUp[0]).toMatchObject({ verdict: 'failed', failure: { message: expect.stringContaining('no set-up') } });
  const waiting = run.tests.filter(({ verdict }) => verdict === 'unknown');
  expect(waiting.length).toBeGreaterThan(0);
  // The shard has ended, and tells itself what did not run.
  expect(run.problems).toEqual([]);
  expect(JSON.parse(project.read(file('last-failed.json'))).failedTests).toEqual(expect.arrayContaining([...waiting, ...setUp].map(({ id }) => id)));

  const data = project.path(file('allure/data/test-results'));
  const shown = readdirSync(data).map((name) => JSON.parse(project.read(path.join(file('allure/data/test-results'), name))) as { name: string; status: string; isRetry: boolean; hidden?: boolean });
  const setUps = shown.filter(({ name }) => name === 'prepare').map(({ status, isRetry }) => `${status}${isRetry ? ' retry' : ''}`);
  // Shard 1 tried it twice; what shard 2 saw stands beside it.
  expect(setUps.sort()).toEqual(['failed', 'failed retry', 'passed']);
  // What never ran is there once, and not as skipped.
  const never = shown.filter(({ name }) => waiting.some(({ title }) => title.split(' › ').at(-1) === name));
  expect(never.map(({ status }) => status)).toEqual(waiting.map(() => 'unknown'));
});

for (const [what, damage, status] of [
  ['whose failed results are damaged', (copies: Copies) => damageResults(copies.path('no-set-up'), 'prepare'), 'failed'],
  ['of a shard that is missing', (copies: Copies) => rmSync(copies.path('no-set-up'), { recursive: true }), 'unknown'],
] as const) {
  test(`a set-up ${what} is ${status} in the report, whatever the other shard has seen`, async ({ copies, project }) => {
    copies.add('no-set-up').add('2');
    damage(copies);
    const { run, file } = await copies.merge();
    expect(run.tests.find(({ title }) => title === 'prepare')?.verdict).toBe(status);
    const names = readdirSync(project.path(file('allure-results'))).filter((name) => name.endsWith('-result.json'));
    const results = names.map((name) => JSON.parse(project.read(file(`allure-results/${name}`)))).filter(({ name }) => name === 'prepare');
    const told = results.map(({ status: seen, parameters }) => `${seen} in ${parameters.find(({ name }: { name: string }) => name === 'Shard').value}`);
    expect(told.sort()).toEqual([`${status} in 1 of 2`, 'passed in 2 of 2'].sort());
  });
}

function damageResults(shard: string, name: string): void {
  const folder = path.join(shard, 'allure-results');
  const files = readdirSync(folder).map((file) => path.join(folder, file));
  for (const file of files) if (file.endsWith('-result.json') && readFileSync(file, 'utf8').includes(`"name":"${name}"`)) truncateSync(file, 40);
}

test('a full disk at the merge is told, keeps the exit code, and costs no verdict that can be printed', async ({ copies, project }) => {
  copies.add('1').add('2');
  const disk = path.join(copies.folder, 'merged');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]);
  test.skip(mounted.status !== 0, `no small disk can be mounted here: ${String(mounted.stderr)}`);
  try {
    const { code, output } = await project.groundwork(['merge', copies.path(''), '--output', disk]);
    expect(code, output).toBe(1);
    expect(output).toContain(`The disk of ${disk} is full`);
    expect(output).toMatch(/\d+ of 10 passed \(/);
    expect(output).toContain('left out by GROUNDWORK_WITHOUT');
    expect(output).not.toContain('    at ');
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('what cannot be merged is wrong use, in one message', async ({ copies, project }) => {
  for (const [args, message] of [
    [['merge', 'nowhere'], 'The folder nowhere is not there'],
    [['merge', 'specs'], 'The folder specs holds no shard'],
    [['merge'], "missing required argument 'folders'"],
    [['merge', '1', '--expect', 'x'], 'A whole number from 1 is allowed'],
    [['merge', '1', '--output', '1'], 'is where the merge would be written'],
  ] as const) {
    const { code, output } = await project.groundwork(args);
    expect(code, output).toBe(2);
    expect(output).toContain(message);
    expect(output).not.toContain('    at ');
  }
  expect(copies.folder).toBeTruthy();
});
