import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import type { RunRecord } from '../../../support/run/run-record';
import { filesOf } from '../support/mini-platform';
import type { MiniProject, Outcome } from '../support/mini-project';
import { expect, test } from '../support/mini-test';

const files = filesOf({
  services: {},
  config: "workers: 1, fullyParallel: false, report: false, use: { trace: 'off', screenshot: 'off' }",
  specs: {
    full: `import { writeFileSync } from 'node:fs';
test('before', () => {});
test('fills', ({}, testInfo) => writeFileSync(testInfo.outputPath('big'), Buffer.alloc(8_000_000)));
test('after', () => {});`,
    free: "test('one', () => {}); test('two', () => {}); test('three', () => {});",
  },
});

/** Runs a shard whose output folder is a small disk, and keeps what it has left. */
async function keepShard(project: MiniProject, shard: number): Promise<Outcome> {
  const disk = project.path('reports/output');
  mkdirSync(disk, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  test.skip(mounted.status !== 0, `no small disk can be mounted here: ${String(mounted.stderr)}`);
  try {
    const outcome = await project.test([`--shard=${shard}/2`]);
    cpSync(disk, project.path(`shards/${shard}`), { recursive: true });
    return outcome;
  } finally {
    spawnSync('umount', [disk]);
  }
}

test('a shard whose disk is full runs on and tells it, and the merge names it and loses nothing else', async ({ makeProject }) => {
  test.setTimeout(120_000);
  const project = makeProject(files);
  const outcomes = [await keepShard(project, 1), await keepShard(project, 2)];
  const full = outcomes.findIndex(({ code }) => code !== 0) + 1;
  const { code, output } = outcomes[full - 1] ?? outcomes[0] ?? { code: 0, output: '' };
  expect(code, output).toBe(1);
  expect(output).toContain('2 of 3 passed (2 passed, 1 failed)');
  expect(output).toMatch(/The disk of .* is full: the shard’s (journal|manifest) could not be written/);
  expect(output).not.toMatch(/ {4}at (?!.*specs\/)/);

  const merged = await project.groundwork(['merge', 'shards', '--output', 'merged', '--no-report']);
  expect(merged.code, merged.output).toBe(1);
  expect(merged.output).toContain(`Shard ${full} of 2 was cut off`);
  expect(merged.output).not.toContain('    at ');
  const run = JSON.parse(project.read('merged/run.json')) as RunRecord; // its form has a spec of its own
  const verdicts = Object.fromEntries(run.tests.map(({ title, verdict }) => [title, verdict]));
  expect(verdicts).toMatchObject({ before: 'passed', one: 'passed', two: 'passed', three: 'passed' });
  expect(Object.keys(verdicts).sort()).toEqual(['after', 'before', 'fills', 'one', 'three', 'two']);
  expect(['failed', 'unknown']).toContain(verdicts.fills);
});
