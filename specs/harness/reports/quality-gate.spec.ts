import { appendFileSync } from 'node:fs';
import { HISTORY_LIMIT } from '../../../reports/allure/configuration';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

const FILES = filesOf({
  services: { web: service() },
  config: "report: true, qualityGate: [{ id: 'enough', minTestsCount: process.env.STRICT ? 5 : 1 }]",
  specs: { shop: `test('one', () => {}); test('two', () => {});` },
});

test('a rule that does not hold makes the run red; the trends keep the last runs, and tell of one that they lack', async ({ makeProject }) => {
  test.setTimeout(120_000);
  const project = makeProject(FILES);
  const trends = 'reports/output/allure-history.jsonl';
  const runs = (): number => project.read(trends).trimEnd().split('\n').length;

  const held = await project.test();
  expect(held.code, held.output).toBe(0);
  expect(held.output).not.toContain('quality gate');
  expect(runs()).toBe(1);

  const first = project.read(trends).trimEnd();
  for (let run = 0; run < 12; run += 1) appendFileSync(project.path(trends), `${first.replace(/"uuid":"\w/, `"uuid":"${run.toString(16)}`)}\n`);
  appendFileSync(project.path(trends), '{"uuid": "cut\n');
  const broken = await project.test([], { STRICT: '1' });
  expect(broken.code, broken.output).toBe(1);
  expect(broken.output).toContain('2 of 2 passed');
  expect(broken.output).toMatch(/quality gate: enough\/minTestsCount: .* 2 is less than .* 5/);
  expect(broken.output).toContain('1 of 14 runs could not be read');
  expect(runs()).toBe(HISTORY_LIMIT);

  // Of a part of the suite, a gate for the whole would say nothing.
  const part = await project.test(['-g', 'one'], { STRICT: '1' });
  expect(part.code, part.output).toBe(0);
  expect(runs()).toBe(HISTORY_LIMIT);
});
