import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { parseHistory } from '../../../support/history/known-tests';
import type { RunRecord } from '../../../support/run/run-record';
import { filesOf } from '../support/mini-platform';
import type { Environment, MiniProject, Outcome } from '../support/mini-project';
import { expect, test } from '../support/mini-test';

test.setTimeout(180_000);

// Titles that a list of tests could not carry, equal ones, a chain, a set-up. Two fail with `MINI_BUG`, and `now` in its
// second repetition.
const files = filesOf({
  services: {},
  config: `workers: 1, report: false, projects: [
    { name: 'prepare', testMatch: /prepare/ },
    { name: 'main', testIgnore: /prepare/, dependencies: ['prepare'] },
  ]`,
  specs: {
    prepare: "test('prepare', () => {});",
    odd: `
for (const size of [1, 2]) test('size ' + size, () => {});
for (const part of ['one', 'other']) test.describe(part, () => { test('same title', () => {}); });
test('odd › title', () => {});
for (const title of [' padded ', 'two\\nlines']) test(title, () => { if (process.env.MINI_BUG) throw new Error('a bug'); });
test('now', ({}, { repeatEachIndex }) => { if (repeatEachIndex === 1) throw new Error('and then'); });`,
    chain: "test.describe.serial('chain', () => { for (const step of ['a', 'b', 'c']) test(step, () => {}); });",
  },
});

const HISTORY = 'reports/history/tests.json';
const LEDGER = 'reports/history/ledger.jsonl';
const environment = { GROUNDWORK_COMMIT: 'c0ffee', GROUNDWORK_RUN: '7' };

/** Runs the project and moves what it leaves to a folder of its own. */
async function keep(project: MiniProject, to: string, { args = [], env = {} }: Pick<Sharded, 'args' | 'env'> = {}): Promise<Outcome> {
  const outcome = await project.test(args, { ...environment, ...env });
  renameSync(project.path('reports/output'), project.path(to));
  return outcome;
}

/** Runs all shards, each on a machine of its own that finds what `prepare` lays there, and merges them. */
async function keepShards(project: MiniProject, total: number, { args = [], env, prepare = () => undefined, merge = [] }: Sharded): Promise<{ readonly shards: readonly Outcome[]; readonly merged: Outcome }> {
  rmSync(project.path('shards'), { recursive: true, force: true });
  project.write('shards/README', '');
  const shards: Outcome[] = [];
  for (let shard = 1; shard <= total; shard += 1) {
    prepare();
    shards.push(await keep(project, `shards/${shard}`, { args: [`--shard=${shard}/${total}`, ...args], env }));
  }
  const merged = await project.groundwork(['merge', 'shards', '--expect', String(total), '--output', 'merged', ...merge]);
  return { shards, merged };
}

interface Sharded {
  readonly args?: readonly string[];
  readonly env?: Environment;
  readonly prepare?: () => void;
  readonly merge?: readonly string[];
}

const recordIn = (project: MiniProject, folder: string): RunRecord => JSON.parse(project.read(`${folder}/run.json`)) as RunRecord; // its form has a spec of its own
const verdicts = ({ tests }: RunRecord) => Object.fromEntries(tests.map(({ id, verdict }) => [id, verdict]));

test('with --repeat-each shards say what one machine says, and no repetition hides another', async ({ makeProject }) => {
  const project = makeProject(files);
  const args = ['--repeat-each=2'];
  await keep(project, 'whole', { args });
  const { merged } = await keepShards(project, 2, { args });
  const run = recordIn(project, 'merged');
  expect(run.problems, merged.output).toEqual([]);
  expect(verdicts(run)).toEqual(verdicts(recordIn(project, 'whole')));
  // A set-up is not repeated.
  expect(run.totals).toMatchObject({ total: 23, failed: 1 });
  expect(run.full).toBe(false);

  const folder = 'merged/allure/data/test-results';
  const shown = readdirSync(project.path(folder)).map((name) => JSON.parse(project.read(`${folder}/${name}`)));
  expect(shown).toHaveLength(22 + 2);
  const repeated = shown.filter(({ name }) => name === 'now').map(({ status, isRetry }) => `${status}${isRetry ? ' retry' : ''}`);
  expect(repeated.sort()).toEqual(['failed', 'passed']);
});

test('with --last-failed shards run exactly what failed, and the merge misses nothing', async ({ makeProject }) => {
  const project = makeProject(files);
  await project.test([], { ...environment, MINI_BUG: '1' });
  const failed = recordIn(project, 'reports/output').tests.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
  expect(failed).toHaveLength(2);
  const [history, ledger] = [project.read(HISTORY), project.read(LEDGER)];
  renameSync(project.path('reports/output'), project.path('first'));
  // Each machine is given what the last run has left.
  const prepare = (): void => cpSync(project.path('first/artifacts'), project.path('reports/output/artifacts'), { recursive: true });
  const { merged } = await keepShards(project, 2, { args: ['--last-failed'], prepare, merge: ['--no-report'] });
  const run = recordIn(project, 'merged');
  expect(run.problems, merged.output).toEqual([]);
  expect(merged.code, merged.output).toBe(0);
  expect(run.tests.filter(({ project: of }) => of === 'main').map(({ id }) => id).sort()).toEqual(failed.toSorted());
  expect(run.full).toBe(false);
  expect([project.read(HISTORY), project.read(LEDGER)]).toEqual([history, ledger]);

  rmSync(project.path('shards/2'), { recursive: true });
  const less = await project.groundwork(['merge', 'shards', '--output', 'less', '--no-report']);
  expect(less.code, less.output).toBe(1);
  expect(recordIn(project, 'less').problems?.map(({ kind }) => kind)).toEqual(['missing']);
});

test('a test plan of Allure’s and the plan of the shards are held together', async ({ makeProject }) => {
  const project = makeProject(files);
  const selectors = ['odd.spec.ts › size 1', 'odd.spec.ts › other › same title', 'odd.spec.ts › odd › title', 'chain.spec.ts › chain › b'];
  project.write('plan.json', JSON.stringify({ version: '1.0', tests: selectors.map((selector) => ({ selector })) }));
  const { merged } = await keepShards(project, 2, { env: { ALLURE_TESTPLAN_PATH: 'plan.json' }, merge: ['--no-report'] });
  const run = recordIn(project, 'merged');
  expect(merged.code, merged.output).toBe(0);
  expect(run.problems).toEqual([]);
  const own = run.tests.filter(({ project: of }) => of === 'main').map(({ title }) => title);
  expect(own.sort()).toEqual(['chain › b', 'odd › title', 'other › same title', 'size 1']);
  expect(run.full).toBe(false);
});

test('a damaged history is told by every shard, splits none of them, and is built anew by the merge', async ({ makeProject }) => {
  const project = makeProject(files);
  await keep(project, 'whole');
  const history = project.read(HISTORY);
  // Cut in the midst of a line: what stands before it is kept.
  const damaged = history.slice(0, history.length * 0.6);
  const { shards, merged } = await keepShards(project, 2, { prepare: () => project.write(HISTORY, damaged), merge: ['--no-report'] });
  for (const { output } of shards) {
    expect(output).toMatch(/tests\.json is damaged: it was set aside as tests\.json\.damaged and is built anew; \d+ tests of it could be read/);
    expect(output).not.toContain('    at readHistory');
  }
  const run = recordIn(project, 'merged');
  expect(run.problems, merged.output).toEqual([]);
  expect(verdicts(run)).toEqual(verdicts(recordIn(project, 'whole')));
  expect(project.read(`${HISTORY}.damaged`)).toBe(damaged);
  expect(Object.keys(parseHistory(Buffer.from(project.read(HISTORY)))).sort()).toEqual(run.tests.map(({ id }) => id).sort());
});

test('shards that have read different histories are told apart by their plan', async ({ makeProject }) => {
  const project = makeProject(files);
  await keep(project, 'whole');
  const slow = project.read(HISTORY).replace(/"durations":\[\d+\]/, '"durations":[9000]');
  let machine = 0;
  const { shards, merged } = await keepShards(project, 2, { prepare: () => (machine++ === 1 ? project.write(HISTORY, slow) : undefined), merge: ['--no-report'] });
  expect(shards.map(({ output }) => /plan ([0-9a-f]{16})/.exec(output)?.[1]).filter(Boolean)).toHaveLength(2);
  expect(merged.code, merged.output).toBe(1);
  const run = recordIn(project, 'merged');
  expect(run.problems?.map(({ kind }) => kind).sort()).toEqual(['foreign', 'lost', 'missing']);
  expect(merged.output).toMatch(/is of another plan \([0-9a-f]{16}, not [0-9a-f]{16}\): it was left out/);
  expect(Object.keys(verdicts(run)).sort()).toEqual(Object.keys(verdicts(recordIn(project, 'whole'))).sort());
});
