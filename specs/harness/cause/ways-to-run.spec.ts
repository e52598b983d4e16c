import { existsSync, readdirSync, rmSync } from 'node:fs';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf, verdictsOf } from '../support/runs';

test.setTimeout(180_000);

const services = { stock: service(), auth: service() };
const specs = {
  all: [testOf('passes', ['auth']), testOf('fails', ['auth'], "throw new Error('a bug');"), testOf('is blocked', ['stock'])].join('\n'),
};
const files = filesOf({ services, specs, config: 'workers: 1,' });
const env = { GROUNDWORK_WITHOUT: 'stock' };
const REASON = 'BLOCKED: stock: left out by GROUNDWORK_WITHOUT';

test('another reporter, a part of the suite and a repetition keep the gate, the summary and the verdicts', async ({ makeProject }) => {
  const project = makeProject(files);
  const line = await project.test(['--reporter=line'], env);
  expect(line.code, line.output).toBe(1);
  expect(line.output).toContain('1 of 3 passed (1 passed, 1 blocked, 1 failed)');
  expect(verdictsOf(project)).toEqual({ passes: 'passed', fails: 'failed', 'is blocked': 'blocked by stock' });

  const last = await project.test(['--last-failed'], env);
  expect(last.code, last.output).toBe(1);
  expect(verdictsOf(project)).toEqual({ fails: 'failed' });

  const debug = await project.test(['--debug', '--retries=1'], env);
  expect(debug.code, debug.output).toBe(1);
  expect(verdictsOf(project)).toEqual({ passes: 'passed', fails: 'failed', 'is blocked': 'blocked by stock' });

  const part = await project.test(['--grep', 'blocked|passes', '--repeat-each=2'], env);
  expect(part.code, part.output).toBe(1);
  expect(part.output).toContain('2 of 4 passed (2 passed, 2 blocked)');
  expect(runOf(project)).toMatchObject({ full: false, causes: [{ service: 'stock', unlocks: 2 }] });
});

test('a list of tests is no run: nothing is started or written', async ({ makeProject }) => {
  const project = makeProject(files);
  const { code, output } = await project.test(['--list'], env);
  expect(code, output).toBe(0);
  expect(output).toContain('Total: 3 tests');
  expect(existsSync(project.path('reports/output/run.json'))).toBe(false);
  expect(existsSync(project.path('reports/history'))).toBe(false);
});

test('merged reports of shards keep the reason of blocked tests', async ({ makeProject }) => {
  const project = makeProject(files);
  for (const shard of [1, 2]) {
    const shardEnv = { ...env, PLAYWRIGHT_BLOB_OUTPUT_FILE: project.path(`blobs/${shard}.zip`) };
    await project.test([`--shard=${shard}/2`, '--reporter=blob'], shardEnv);
  }
  expect(readdirSync(project.path('blobs'))).toHaveLength(2);
  rmSync(project.path('reports/output/run.json'));
  const merged = await project.playwright(['merge-reports', '--reporter=json', 'blobs']);
  expect(merged.output).toContain(REASON);
  expect(merged.output).toContain('a bug');

  // With its configuration come its reporters, and a merge of reports is no run of theirs.
  const configured = await project.playwright(['merge-reports', '-c', 'playwright.config.ts', 'blobs']);
  expect(configured.code, configured.output).toBe(0);
  expect(existsSync(project.path('reports/output/run.json'))).toBe(false);
});

test('what waits for a set-up that is blocked is blocked with it, and never runs without it', async ({ makeProject }) => {
  const project = makeProject(
    filesOf({
      services,
      config: `workers: 1, retries: 1, projects: [
        { name: 'prepare', testMatch: /prepare/ },
        { name: 'main', testMatch: /main/, dependencies: ['prepare'] },
        { name: 'free', testMatch: /free/ },
      ]`,
      specs: {
        prepare: testOf('prepare', ['stock']),
        main: testOf('main', ['auth'], "throw new Error('ran without its set-up');"),
        free: testOf('free', ['auth']),
      },
    }),
  );
  const { code, output } = await project.test([], env);
  expect(code, output).toBe(1);
  expect(verdictsOf(project), output).toEqual({ prepare: 'blocked by stock', main: 'blocked by stock', free: 'passed' });
});

const asksStock = "expect((await request.get(stack.url('stock'))).ok()).toBe(true);";

test('a test that is blocked for what was learned of it needs no tag', async ({ makeProject }) => {
  const learning = { all: testOf('learns', [], asksStock) + testOf('knows', ['auth']) };
  const project = makeProject(filesOf({ services, specs: learning }));
  const first = await project.test();
  expect(first.code, first.output).toBe(0);
  expect(runOf(project).tests.find(({ title }) => title === 'learns')?.learned).toEqual(['stock']);
  const second = await project.test([], env);
  expect(second.code, second.output).toBe(1);
  expect(verdictsOf(project)).toEqual({ learns: 'blocked by stock', knows: 'passed' });
  // Its history is not forgotten by a run in which it was blocked.
  await project.test([], env);
  expect(verdictsOf(project)).toMatchObject({ learns: 'blocked by stock' });
});

test("with learnedNeeds 'always' a declaration is widened by what was learned, without it not", async ({ makeProject }) => {
  const one = { all: testOf('says less', ['auth'], `if ((await fetch(stack.url('auth'))).ok && process.env.ASK) { ${asksStock} }`) };
  const project = makeProject(filesOf({ services, specs: one, manifest: "learnedNeeds: 'always'" }));
  await project.test([], { ASK: 'yes' });
  await project.test([], env);
  expect(verdictsOf(project)).toEqual({ 'says less': 'blocked by stock' });
  const narrow = makeProject(filesOf({ services, specs: one }));
  await narrow.test([], { ASK: 'yes' });
  await narrow.test([], env);
  expect(verdictsOf(narrow)).toEqual({ 'says less': 'passed' });
});

test('what a service asks of others teaches needs through its spans', async ({ makeProject }) => {
  const traced = { gateway: service('good', { env: { PEERS: '{{stock.url}}' } }), stock: service(), auth: service() };
  const asks = { all: testOf('asks', [], "expect((await request.get(stack.url('gateway') + '/through')).ok()).toBe(true);") + testOf('free', ['auth']) };
  const project = makeProject(filesOf({ services: traced, specs: asks, manifest: 'traces: true' }));
  const first = await project.test();
  expect(first.code, first.output).toBe(0);
  // The test itself has asked the gateway alone.
  expect(runOf(project).tests.find(({ title }) => title === 'asks')?.learned).toEqual(['gateway', 'stock']);
  await project.test([], env);
  expect(verdictsOf(project)).toEqual({ asks: 'blocked by stock', free: 'passed' });
});
