import { existsSync, readdirSync } from 'node:fs';
import type { MiniProject } from '../support/mini-project';
import { expect, test } from './report-project';

// One run for all.
test.describe.configure({ mode: 'default' });

const REPORT = 'reports/output/allure';

interface Shown {
  readonly name: string;
  readonly status: string;
  readonly isRetry: boolean;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

const json = (project: MiniProject, name: string): unknown => JSON.parse(project.read(`${REPORT}/${name}`));

/** The pages of all tests as the report holds them, by name, and as text. */
function shownTests(project: MiniProject): ReadonlyMap<string, { shown: Shown; text: string }> {
  const files = readdirSync(project.path(`${REPORT}/data/test-results`));
  const texts = files.map((name) => project.read(`${REPORT}/data/test-results/${name}`));
  const all = texts.map((text) => ({ text, shown: JSON.parse(text) as Shown })); // Allure's own form
  return new Map(all.filter(({ shown }) => !shown.isRetry).map((one) => [one.shown.name, one]));
}

interface CategoryNode {
  readonly name: string;
  readonly childrenIds?: readonly string[];
}

/** The categories, each with the names of its groups. */
function categories(project: MiniProject): Readonly<Record<string, readonly string[]>> {
  const { roots, nodes } = json(project, 'widgets/default/categories.json') as {
    readonly roots: readonly string[];
    readonly nodes: Readonly<Record<string, CategoryNode>>;
  };
  return Object.fromEntries(
    roots.map((id) => [nodes[id]?.name ?? '', (nodes[id]?.childrenIds ?? []).map((child) => nodes[child]?.name ?? '')]),
  );
}

test('tests show area, service, owner, severity, parameters, steps, picture and trace', ({ reported: { project, run } }) => {
  expect(run.code, run.output).toBe(1);
  expect(run.output).toContain('open it with: npx groundwork report --open');
  const order = shownTests(project).get('order');
  expect(order?.shown.status).toBe('failed');
  const labels = (order?.shown.labels ?? []).map(({ name, value }) => `${name}=${value}`);
  expect(labels).toEqual(
    expect.arrayContaining(['area=orders', 'service=web', 'owner=shop-team', 'severity=critical', 'verdict=failed']),
  );
  expect(labels.join()).not.toContain('groundworkTestId');
  expect(order?.shown.parameters).toContainEqual(expect.objectContaining({ name: 'Project', value: 'desktop' }));
  expect(order?.text).toContain('look for the button');
  const kept = readdirSync(project.path(`${REPORT}/data/attachments`));
  expect(order?.text).toContain('application/vnd.allure.playwright-trace');
  expect(order?.text).toContain('image/png');
  expect(new Set(kept.map((name) => name.split('.').at(-1)))).toEqual(new Set(['png', 'zip', 'md', 'html']));
});

test('categories are verdicts: blocked, set-up, failed, flaky, unknown', ({ reported: { project } }) => {
  expect(categories(project)).toEqual({
    'Blocked, by service': [expect.stringContaining('stock')],
    'Set-up': [expect.stringContaining('no data')],
    'Failed, by cause': [expect.stringContaining('locator.click')],
    Flaky: [expect.stringContaining('orders')],
    'Unknown: never ran to the end': [expect.stringContaining('No area')],
  });
});

test('tests are grouped by area', ({ reported: { project } }) => {
  const { groupsById } = json(project, 'widgets/default/tree.json') as { groupsById: Readonly<Record<string, { name: string }>> };
  expect(Object.values(groupsById).map(({ name }) => name)).toEqual(expect.arrayContaining(['orders', 'stock', 'shop.spec.ts']));
});

test('charts, numbers and dashboards are in the one report', ({ reported: { project } }) => {
  const charts = json(project, 'widgets/charts.json') as { general: Readonly<Record<string, { type: string }>> };
  const types = Object.values(charts.general).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['currentStatus', 'statusDynamics', 'durations']));
  const { current } = json(project, 'widgets/metrics.json') as { current: readonly { key: string; value: number }[] };
  const numbers = Object.fromEntries(current.map(({ key, value }) => [key, value]));
  expect(numbers).toMatchObject({ 'tests.passing': 2, 'tests.total': 6, 'tests.blocked': 1, 'tests.flaky': 1 });
  expect(Object.keys(numbers)).toEqual(expect.arrayContaining(['area.orders.seconds']));
  const globals = json(project, 'widgets/globals.json') as { attachments: readonly { id: string; name: string }[] };
  expect(globals.attachments.map(({ name }) => name)).toEqual(['Dashboard']);
  const page = project.read(`${REPORT}/data/attachments/${globals.attachments[0]?.id}.html`);
  expect(page).toMatch(/2 of 6[\s\S]*Causes[\s\S]*stock: exited with code 3[\s\S]*Time by area[\s\S]*orders/);
  // A second report plugin would copy every attachment again.
  expect(readdirSync(project.path(REPORT)).filter((name) => existsSync(project.path(`${REPORT}/${name}/index.html`)))).toEqual([]);
});

test('the environment says what ran where, and the page asks nobody elsewhere', ({ reported: { project } }) => {
  const rows = json(project, 'widgets/allure_environment.json') as readonly { name: string; values: readonly string[] }[];
  const table = Object.fromEntries(rows.map(({ name, values }) => [name, values.join()]));
  expect(table).toMatchObject({ node: process.version, 'service.stock': 'process' });
  expect(table['service.web']).toMatch(/^process/);
  expect(project.read(`${REPORT}/index.html`)).not.toMatch(/src="https?:/);
});

test('the gate stands in the report', ({ reported: { project } }) => {
  const judged = json(project, 'quality-gate.json') as readonly { rule: string; success: boolean }[];
  expect(Object.fromEntries(judged.map(({ rule, success }) => [rule, success]))).toMatchObject({
    'Groundwork: failed/maxFailures': false,
    'Groundwork: blocked/metricMax': false,
  });
});
