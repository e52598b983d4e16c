import { appendFileSync } from 'node:fs';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

const FILES = {
  ...filesOf({
    services: { web: service() },
    config: `report: true, globalTeardown: process.env.DAMAGE ? './damage.ts' : undefined,
      qualityGate: [{ id: 'enough', minTestsCount: process.env.STRICT ? 5 : 1 }]`,
    specs: { shop: `test('one', () => {}); test('two', () => {});` },
  }),
  // Allure's results are written when their test ends, and the report is made after this.
  'damage.ts': `
import { readdirSync, truncateSync } from 'node:fs';
const folder = 'reports/output/allure-results';
export default () => {
  const name = readdirSync(folder).find((one) => one.endsWith('-result.json'));
  if (name) truncateSync(folder + '/' + name, 40);
};`,
};

test('a rule that does not hold makes the run red, and what the report lacks is told', async ({ makeProject }) => {
  test.setTimeout(120_000);
  const project = makeProject(FILES);
  const trends = 'reports/output/allure-history.jsonl';
  const runs = (): number => project.read(trends).trimEnd().split('\n').length;

  const held = await project.test();
  expect(held.code, held.output).toBe(0);
  expect(held.output).not.toContain('quality gate');
  expect(runs()).toBe(1);

  appendFileSync(project.path(trends), '{"uuid": "cut\n');
  const broken = await project.test([], { STRICT: '1', DAMAGE: '1' });
  expect(broken.code, broken.output).toBe(1);
  expect(broken.output).toContain('2 of 2 passed');
  expect(broken.output).toMatch(/quality gate: enough\/minTestsCount: .* 1 is less than .* 5/);
  const damaged = /damaged: reports\/output\/allure-results\/(\S+-result\.json) is cut off/.exec(broken.output)?.[1];
  expect(project.read('reports/output/allure/widgets/globals.json')).toContain(damaged);
  expect(broken.output).toContain('1 of 2 runs could not be read');
  expect(runs()).toBe(2);

  // Of a part of the suite, a gate for the whole would say nothing.
  const part = await project.test(['-g', 'one'], { STRICT: '1' });
  expect(part.code, part.output).toBe(0);
  expect(runs()).toBe(2);
});
