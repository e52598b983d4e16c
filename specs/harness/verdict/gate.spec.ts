import { existsSync, readdirSync } from 'node:fs';
import { filesOf, service } from '../support/mini-platform';
import type { MiniProject } from '../support/mini-project';
import { expect, test } from '../support/mini-test';

const REASON = 'BLOCKED: stock: exited with code 3: Error: DATABASE_URL is not set';
const services = {
  web: service('good', { dependsOn: ['stock'], owner: 'web-team' }),
  stock: service('exit', { owner: 'stock-team' }),
  auth: service('good', { owner: 'identity' }),
};

interface AllureResult {
  readonly name: string;
  readonly status: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly statusDetails?: { readonly message?: string };
}

/** The Allure results of a project's run, by the test's name. */
function allureResults(project: MiniProject): Readonly<Record<string, AllureResult>> {
  const folder = 'reports/output/allure-results';
  const results = readdirSync(project.path(folder))
    .filter((name) => name.endsWith('-result.json'))
    .map((name): AllureResult => JSON.parse(project.read(`${folder}/${name}`)));
  return Object.fromEntries(results.map((result) => [result.name, result]));
}

interface CategoryNode {
  readonly name: string;
  readonly type: string;
  readonly childrenIds?: readonly string[];
}

/** The categories of the generated report: each with its groups and the names of their tests. */
function categoriesOf(project: MiniProject): readonly (readonly string[])[] {
  const text = project.read('reports/output/allure/widgets/default/categories.json');
  const { roots, nodes }: { roots: readonly string[]; nodes: Readonly<Record<string, CategoryNode>> } = JSON.parse(text);
  const namesBelow = (id: string): readonly string[] => {
    const below = (nodes[id]?.childrenIds ?? []).flatMap(namesBelow);
    // Between groups and tests stands one node a history.
    return nodes[id]?.type === 'history' ? below : [nodes[id]?.name ?? '', ...below];
  };
  return roots.map(namesBelow).map((names) => [...names.slice(0, 2), ...names.slice(2).sort()]);
}

const labelsOf = (result: AllureResult | undefined, name: string) =>
  result?.labels.filter((label) => label.name === name).map(({ value }) => value);

test('blocked tests are skipped with the evidence, make the run red, and are told by Allure', async ({ makeProject }) => {
  // Nine attempts, of which each that fails costs a worker, and a report.
  test.setTimeout(120_000);
  const project = makeProject(
    filesOf({
      services,
      config: "report: true, retries: 1, reporter: [['json', { outputFile: 'results.json' }]]",
      specs: {
        shop: `
test('shop', { tag: ['@needs:web', '@area:shop'] }, () => console.log('A BLOCKED TEST' + ' RAN'));
test('sign-in', { tag: ['@needs:auth', '@area:account', '@owner:me'] }, () => {});
for (const part of ['one', 'two']) test('bug in ' + part, () => { throw new Error('a bug'); });
test('network', () => { throw new Error('page.goto: net::ERR_NETWORK_CHANGED at http://127.0.0.1:1/'); });
test('flaky', { tag: '@area:shop' }, ({}, testInfo) => { if (testInfo.retry === 0) throw new Error('now and then'); });`,
      },
    }),
  );
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  expect(output).toContain('2 of 6 passed (1 passed, 1 flaky, 1 blocked, 3 failed)');
  expect(output).not.toContain('A BLOCKED TEST RAN');
  expect(output).toContain('report: reports/output/allure/index.html');
  expect(existsSync(project.path('reports/output/allure/index.html'))).toBe(true);

  const results = allureResults(project);
  expect(results.shop).toMatchObject({ status: 'skipped', statusDetails: { message: REASON } });
  expect(labelsOf(results.shop, 'area')).toEqual(['shop']);
  expect(labelsOf(results.shop, 'service')).toEqual(['web']);
  expect(labelsOf(results.shop, 'owner')).toEqual(['web-team']);
  expect(results['sign-in']?.status).toBe('passed');
  expect(labelsOf(results['sign-in'], 'owner')).toEqual(['me']);
  expect(project.read('reports/output/allure-results/environment.properties')).toContain('service.stock=process');
  expect(labelsOf(results['bug in one'], 'cause')).toEqual(['Error: a bug']);
  expect(labelsOf(results.network, 'causeKind')).toEqual(['environment']);
  expect(categoriesOf(project)).toEqual([
    ['Blocked, by service', 'blockedBy: stock', 'shop'],
    ['Environment', expect.stringMatching(/^cause: the network of this machine changed/), 'network'],
    ['Failed, by cause', 'cause: Error: a bug', 'bug in one', 'bug in two'],
    ['Flaky', 'area: shop', 'flaky'],
  ]);
  // What other reporters see is the same.
  expect(project.read('results.json')).toContain(REASON);
});

test('a run in which nothing could be told is red, whether blocked or skipped', async ({ makeProject }) => {
  const specs = {
    blocked: "test('shop', { tag: '@needs:web' }, () => {});",
    skipped: "test.skip('later', () => {});",
  };
  const project = makeProject(filesOf({ services, specs }));
  const blocked = await project.test(['blocked']);
  expect(blocked.code, blocked.output).toBe(1);
  expect(blocked.output).toContain('0 of 1 passed (1 blocked)');
  const skipped = await project.test(['skipped']);
  expect(skipped.code, skipped.output).toBe(1);
  expect(skipped.output).toContain('0 of 1 passed (1 skipped)');
});

test('tests of set-up and teardown projects are judged like others', async ({ makeProject }) => {
  const project = makeProject(
    filesOf({
      services,
      config: `projects: [
        { name: 'prepare', testMatch: /prepare/, teardown: 'clear' },
        { name: 'clear', testMatch: /clear/ },
        { name: 'main', testMatch: /main/, dependencies: ['prepare'] },
      ]`,
      specs: {
        prepare: "test('prepare', { tag: '@needs:auth' }, () => {});",
        clear: "test('clear', { tag: '@needs:stock' }, () => {});",
        main: "test('blocked', { tag: '@needs:stock' }, () => {}); test('main', { tag: '@needs:auth' }, () => {});",
      },
    }),
  );
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  expect(output).toContain('2 of 4 passed (2 passed, 2 blocked)');
});
