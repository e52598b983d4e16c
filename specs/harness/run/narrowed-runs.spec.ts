import { filesOf } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf } from '../support/runs';

const body = (only = ''): string => `import { test } from '@playwright/test';\ntest('a', () => {}); test${only}('b', () => {});`;
const files = filesOf({ services: {}, specs: {} });

test('a run that test.only or a test plan of Allure’s has narrowed is no full one, and costs no history', async ({ makeProject }) => {
  test.setTimeout(120_000);
  const project = makeProject({ ...files, 'specs/all.spec.ts': body(), 'plan.json': JSON.stringify({ version: '1.0', tests: [{ selector: 'all.spec.ts › a' }] }) });
  const kept = (): readonly string[] => [project.read('reports/history/tests.json'), project.read('reports/history/ledger.jsonl')];
  await project.test();
  expect(runOf(project)).toMatchObject({ full: true, totals: { total: 2 } });
  const before = kept();

  const planned = await project.test([], { ALLURE_TESTPLAN_PATH: 'plan.json' });
  expect(runOf(project), planned.output).toMatchObject({ full: false, totals: { total: 1 } });
  expect(kept()).toEqual(before);

  project.write('specs/all.spec.ts', body('.only'));
  const only = await project.test([]);
  expect(runOf(project), only.output).toMatchObject({ full: false, totals: { total: 1 } });
  expect(kept()).toEqual(before);
});
