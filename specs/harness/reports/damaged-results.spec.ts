import { readdirSync } from 'node:fs';
import { filesOf } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

const NAMES = ['cut', 'cut and red', 'empty', 'null', 'whole'];

const FILES = {
  ...filesOf({
    services: {},
    config: "report: true, globalTeardown: './damage.ts'",
    specs: { shop: NAMES.map((name) => `test('${name}', () => { ${name === 'cut and red' ? "throw new Error('a bug');" : ''} });`).join('\n') },
  }),
  // Allure's results are written when their test ends, and the report is made after this.
  'damage.ts': `
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
const folder = 'reports/output/allure-results/';
export default () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('-result.json'))) {
    const text = readFileSync(folder + name, 'utf8');
    const damaged = { cut: text.slice(0, -9), 'cut and red': text.slice(0, 40), empty: '', null: 'null' };
    writeFileSync(folder + name, damaged[JSON.parse(text).name] ?? text);
  }
};`,
};

test('a test whose result is damaged is in the report with its verdict, and the damage is told', async ({ makeProject }) => {
  test.setTimeout(120_000);
  const project = makeProject(FILES);
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  expect(output).toContain('4 of 5 passed');
  const files = [...output.matchAll(/damaged: reports\/output\/allure-results\/(\S+-result\.json) is cut off or no JSON/g)].map(([, name]) => name);
  expect(files).toHaveLength(4);
  const globals = project.read('reports/output/allure/widgets/globals.json');
  for (const name of files) expect(globals).toContain(name);

  const folder = 'reports/output/allure/data/test-results';
  const shown = readdirSync(project.path(folder)).map((name) => JSON.parse(project.read(`${folder}/${name}`)));
  const statuses = shown.map(({ name, status, error }) => `${name}: ${status}${error?.message?.includes('a bug') ? ', a bug' : ''}`);
  expect(statuses.sort()).toEqual(['cut and red: failed, a bug', 'cut: passed', 'empty: passed', 'null: passed', 'whole: passed']);
  for (const { labels } of shown) expect(labels).toContainEqual(expect.objectContaining({ name: 'verdict' }));
});
