import { existsSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { filesOf, service } from '../support/mini-platform';
import type { MiniProject } from '../support/mini-project';
import { expect, test } from '../support/mini-test';
import { runOf, testOf } from '../support/runs';

test.setTimeout(180_000);

const services = { web: service('good', { dependsOn: ['stock'] }), stock: service(), auth: service() };
const specs = {
  all: [
    testOf('passes', ['auth'], "expect((await request.get(stack.url('auth'))).ok()).toBe(true);").replace('"@needs:auth"', '"@needs:auth", "@area:account"'),
    testOf('fails', ['auth'], "await test.step('look at it', () => { throw new Error('a bug'); });"),
    testOf('is flaky', [], "if (testInfo.retry === 0) throw new Error('now and then');"),
    testOf('is blocked', ['web']),
    "test.skip('is skipped', () => {});",
  ].join('\n'),
};
const config = 'workers: 1, retries: 1';

const verdict = z.enum(['passed', 'failed', 'flaky', 'skipped', 'blocked', 'unknown']);
const evidence = z.object({ kind: z.string() });
const readiness = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting'), since: z.int(), evidence: evidence.optional() }),
  z.strictObject({ state: z.literal('ready'), since: z.int(), startedInMs: z.int().min(0) }),
  z.strictObject({ state: z.literal('degraded'), since: z.int(), evidence }),
  z.strictObject({ state: z.literal('down'), since: z.int(), evidence }),
]);
const counts = z.int().min(0);
const record = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1),
  platform: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.int().min(0),
  full: z.boolean(),
  totals: z.strictObject({ passed: counts, failed: counts, flaky: counts, skipped: counts, blocked: counts, unknown: counts, total: counts }),
  services: z.array(z.strictObject({ name: z.string(), launcher: z.string(), readiness, changes: z.array(readiness) })),
  causes: z.array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{10}$/),
      kind: z.enum(['service', 'sign-in', 'environment', 'test', 'unknown']),
      service: z.string().optional(),
      summary: z.string().min(1),
      evidence: z.array(z.string()),
      tests: z.array(z.string()).min(1),
      unlocks: z.int().min(1),
      victims: z.array(z.string()),
      next: z.array(z.strictObject({ summary: z.string(), tests: z.int().min(1) })),
    }),
  ),
  unlocked: z.array(z.strictObject({ cause: z.string(), promised: z.int(), passed: z.int() })),
  tests: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      file: z.string().regex(/^specs\//),
      line: z.int().min(1),
      project: z.string(),
      area: z.string().optional(),
      verdict,
      durationMs: z.int().min(0),
      aroundMs: z.int().min(0).optional(),
      startMs: z.int().min(0).optional(),
      retries: z.int().min(0),
      needs: z.array(z.string()),
      declared: z.array(z.string()),
      learned: z.array(z.string()),
      blockedBy: z.strictObject({ service: z.string(), evidence: z.string().min(1) }).optional(),
      failure: z.strictObject({ message: z.string(), place: z.string().optional(), step: z.string().optional() }).optional(),
      cause: z.string().optional(),
    }),
  ),
});

interface AllureResult {
  readonly name: string;
  readonly status: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly statusDetails?: { readonly message?: string };
}

/** The Allure results of a project's run: `status verdict blockedBy`, by the test's name. */
function allureOf(project: MiniProject): Readonly<Record<string, readonly string[]>> {
  const folder = 'reports/output/allure-results';
  const results = readdirSync(project.path(folder))
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(project.read(`${folder}/${name}`)) as AllureResult); // Allure's own format
  const valueOf = (result: AllureResult, label: string) => result.labels.find(({ name }) => name === label)?.value ?? '';
  expect(results.flatMap((result) => valueOf(result, 'groundworkTestId') || [])).toEqual([]);
  return Object.fromEntries(results.map((result) => [result.name, [result.status, valueOf(result, 'verdict'), valueOf(result, 'blockedBy'), result.statusDetails?.message ?? '']]));
}

test('a run leaves its record, its summary, and results with verdicts', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs, config }));
  project.write('page.md', 'from another step\n');
  const env = { GROUNDWORK_WITHOUT: 'stock', GITHUB_STEP_SUMMARY: project.path('page.md') };
  const { code, output } = await project.test([], env);
  expect(code, output).toBe(1);
  const parsed = record.safeParse(runOf(project));
  expect(parsed.error?.issues ?? []).toEqual([]);
  const { tests, causes, totals, full } = runOf(project);
  expect(full).toBe(true);
  expect(totals).toEqual({ passed: 1, failed: 1, flaky: 1, skipped: 1, blocked: 1, unknown: 0, total: 5 });
  const of = (title: string) => tests.find((one) => one.title === title);
  expect(of('passes')).toMatchObject({ area: 'account', needs: ['auth'], declared: ['auth'], learned: ['auth'] });
  expect(of('fails')).toMatchObject({ retries: 1, failure: { message: expect.stringContaining('a bug'), step: 'look at it' } });
  expect(of('fails')?.failure?.place).toMatch(/^specs\/all\.spec\.ts:\d+$/);
  expect(of('is blocked')).toMatchObject({ blockedBy: { service: 'stock', evidence: 'left out by GROUNDWORK_WITHOUT' } });
  expect(tests.filter(({ cause }) => cause).map(({ cause }) => cause).sort()).toEqual(causes.map(({ id }) => id).sort());

  const summary = project.read('reports/output/summary.md');
  expect(summary).toContain('## mini: 2 of 5 passed');
  expect(project.read('page.md')).toBe(`from another step\n${summary}`);

  const results = allureOf(project);
  expect(results['is blocked']).toEqual(['skipped', 'blocked', 'stock', 'BLOCKED: stock: left out by GROUNDWORK_WITHOUT']);
  expect(results.passes?.slice(0, 3)).toEqual(['passed', 'passed', '']);
  expect(results.fails?.slice(0, 3)).toEqual(['failed', 'failed', '']);
});

test('ledger and history grow on full runs only, and the next run tells what a repair has unlocked', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs, config }));
  const ledger = () => (existsSync(project.path('reports/history/ledger.jsonl')) ? project.read('reports/history/ledger.jsonl').trim().split('\n') : []);
  await project.test(['-g', 'passes']);
  expect(runOf(project)).toMatchObject({ full: false, totals: { passed: 1, total: 1 } });
  expect(ledger()).toEqual([]);
  expect(existsSync(project.path('reports/history/tests.json'))).toBe(false);

  await project.test([], { GROUNDWORK_WITHOUT: 'stock' });
  expect(ledger()).toHaveLength(1);
  const history = project.read('reports/history/tests.json');
  expect(history).toMatch(/"title":"is blocked".*"durations":\[\],"verdicts":\["blocked"\]/);
  expect(history).toMatch(/"title":"is skipped".*"durations":\[\],"verdicts":\["skipped"\]/);

  const { output } = await project.test([]);
  expect(ledger()).toHaveLength(2);
  expect(output).toContain('unlocked  1 of 1 tests that "stock: left out by GROUNDWORK_WITHOUT" held back');

  const progress = await project.groundwork(['progress', '--svg', 'line.svg']);
  expect(progress.code, progress.output).toBe(0);
  expect(progress.output).toMatch(/│ 2 +│ 5 +│ 40\.0 +│ +│ \+ /);
  expect(progress.output).toMatch(/│ 3 +│ 5 +│ 60\.0 +│ \+1 +│ - stock: left out/);
  expect(progress.output).toMatch(/│ account +│ 1 +│ 1 +│ 100\.0 +│ 0 +│/);
  expect(project.read('line.svg')).toContain('<svg');
});

test('the doctor tells of every service, and by its exit code', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs, config }));
  const env = { GROUNDWORK_WITHOUT: 'stock' };
  const sick = await project.groundwork(['doctor', '--json'], env);
  expect(sick.code, sick.output).toBe(1);
  const { version, services: rows } = JSON.parse(sick.output) as { version: number; services: object[] };
  expect(version).toBe(1);
  expect(rows).toMatchObject([
    { service: 'web', launcher: 'process', readiness: 'down', evidence: 'not started, because stock is not ready', because: 'stock', tests: 1 },
    { service: 'stock', readiness: 'down', evidence: 'left out by GROUNDWORK_WITHOUT', victims: ['web'], tests: 1 },
    { service: 'auth', readiness: 'ready', identity: { service: 'auth' }, victims: [], tests: 2 },
  ]);
  const well = await project.groundwork(['doctor']);
  expect(well.code, well.output).toBe(0);
  expect(well.output).toMatch(/│ auth +│ ready +│ process +│ 2 +│ +│ in /);
  const wrong = await project.groundwork(['doctor'], { GROUNDWORK_WITHOUT: 'nobody' });
  expect(wrong.code, wrong.output).toBe(2);
  expect(wrong.output).toContain('GROUNDWORK_WITHOUT: found "nobody", allowed: web, stock, auth');
  expect((await project.groundwork(['doctor', '--jsn'])).code).toBe(2);
});

test('the commands on the last run', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs, config: 'workers: 1' }));
  for (const command of [['needs'], ['what-if', 'stock']]) {
    const early = await project.groundwork(command);
    expect(early.code, early.output).toBe(2);
    expect(early.output).toContain('There is no run.json yet: run "npx playwright test" first.');
  }
  await project.test(['-g', 'blocked|passes'], { GROUNDWORK_WITHOUT: 'stock' });
  const whatIf = await project.groundwork(['what-if', 'stock']);
  expect(whatIf.code, whatIf.output).toBe(0);
  expect(whatIf.output).toContain('With stock ready, 1 of 1 blocked tests would run again.');
  expect(whatIf.output).toContain('repair stock: 1 tests more, 1 of 1');
  for (const [argument, message] of [['nobody', 'There is no service "nobody"'], ['--share=0', '--share: found "0"']] as const) {
    const refused = await project.groundwork(['what-if', argument]);
    expect(refused.code, refused.output).toBe(2);
    expect(refused.output).toContain(message);
  }
  const needs = await project.groundwork(['needs', '--all']);
  expect(needs.code, needs.output).toBe(0);
  expect(needs.output).toContain('0 of 2 tests declare other services than they use.');
});
