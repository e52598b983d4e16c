import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf } from '../support/runs';

test.setTimeout(120_000);

const shop = `
test.beforeEach(async ({ page }) => {
  await page.goto('/page');
});
test('looks in vain', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'api' })).toBeVisible();
  await page.getByTestId('buy').click({ timeout: 500 });
});
test('would look in vain', { tag: '@needs:stock' }, async ({ page }) => {
  await page.getByTestId('buy').click();
});
test('would find it', { tag: '@needs:stock' }, async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'api' })).toBeVisible();
});`;

const mocking = (pattern: string, timeout: number) => `async ({ page }) => {
  await page.route('${pattern}', (route) => route.fulfill({ json: [] }));
  await page.goto('/page');
  await expect(page.getByRole('heading', { name: 'api' })).toBeVisible({ timeout: ${timeout} });
}`;
const mocks = `
test('mocks its own page', ${mocking('**/page', 500)});
test('would mock its own page', { tag: '@needs:stock' }, ${mocking('**/page*', 5000)});
test('would mock its data', { tag: '@needs:stock' }, ${mocking('**/items', 5000)});`;

test('what stands behind a cause is named as next, where this run has shown it', async ({ makeProject }) => {
  const files = filesOf({
    services: { api: service(), stock: service() },
    manifest: "app: 'api'",
    specs: { shop, mocks },
    config: "workers: 1, use: { trace: 'off', screenshot: 'off' }",
  });
  const project = makeProject(files);
  const { code, output } = await project.test([], { GROUNDWORK_WITHOUT: 'stock' });
  expect(code, output).toBe(1);
  const mock = "a mock of the test answers the page's own address /page with data";
  const absent = 'no page had getByTestId("buy") where tests of this run looked for it';
  const { causes, tests } = runOf(project);
  const titleOf = new Map(tests.map(({ id, title }) => [id, title]));
  const found = causes.map(({ service: name, tests: ids, unlocks, next }) => [name ?? titleOf.get(ids[0] ?? ''), unlocks, next]);
  expect(found[0]).toEqual(['stock', 4, [{ summary: mock, tests: 1 }, { summary: absent, tests: 1 }]]);
  expect(found.slice(1).sort()).toEqual([
    ['looks in vain', 1, []],
    ['mocks its own page', 1, [{ summary: mock, tests: 1 }]],
  ]);
  expect(output.replace(/\s+│\s+│\s+│\s+/g, ' ')).toContain(`next: ${absent}`);
});
