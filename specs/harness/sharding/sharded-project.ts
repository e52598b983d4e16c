import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesOf, service } from '../support/mini-platform';
import type { Environment, MiniProject, Outcome } from '../support/mini-project';

// A reporter of the user's own that says which tests are left.
const IDS = `
const { writeFileSync } = require('node:fs');
module.exports = class {
  onBegin(config, suite) {
    const tests = suite.allTests().map((test) => [test.id, test.titlePath().slice(1).join(' > ')]);
    writeFileSync(process.env.IDS_FILE, JSON.stringify(tests));
  }
};`;

const PARALLEL = `
for (const size of [1, 2, 3]) test('size ' + size, () => {});
test.describe('one', () => { test('same title', () => {}); });
test.describe('other', () => { test('same title', () => {}); });
for (const odd of ['a › b', ' padded ', 'two\\nlines']) test(odd, () => {});
test.skip('skipped', () => {});
test.describe('kept', { tag: '@with:printer' }, () => { test('first of the printer', () => {}); });
`;
const SERIAL = `
test.describe.serial('chain', () => { for (const step of ['a', 'b', 'c']) test('step ' + step, () => {}); });
test('second of the printer', { tag: '@with:printer' }, () => {});
`;
const HOOKS = `
test.beforeAll(() => {});
for (const part of ['p', 'q', 'r', 's']) test('part ' + part, () => {});
`;
// Told to run in order after it has a parallel suite: Playwright then keeps that suite together.
const IN_ORDER = `
test('before', () => {});
test.describe.parallel('inside', () => { test('left', () => {}); test('right', () => {}); });
test.describe.configure({ mode: 'default' });
`;

const PROJECTS = `projects: [
  { name: 'prepare', testMatch: /prepare/, teardown: 'clear' },
  { name: 'clear', testMatch: /clear/ },
  { name: 'main', testIgnore: /prepare|clear/, dependencies: ['prepare'] },
  { name: 'in-order', testMatch: /in-order|serial/, fullyParallel: false },
  { name: 'phone', testMatch: /parallel|hooks/ },
],`;

const spec = (body: string): string => `import { test } from '@playwright/test';\n${body}`;

/** A suite with every kind of group that Playwright knows; no test of it needs a service. */
export const shardedFiles: Readonly<Record<string, string>> = {
  ...filesOf({ services: { auth: service() }, config: `workers: 1, ${PROJECTS}`, specs: {} }),
  'ids.js': IDS,
  'specs/parallel.spec.ts': spec(PARALLEL),
  'specs/serial.spec.ts': spec(SERIAL),
  'specs/hooks.spec.ts': spec(HOOKS),
  'specs/in-order.spec.ts': spec(IN_ORDER),
  'specs/prepare.spec.ts': spec(`test('prepare', () => {});`),
  'specs/clear.spec.ts': spec(`test('clear', () => {});`),
};

/** The tests that Playwright would run, by id. */
export interface Listed extends Outcome {
  readonly tests: ReadonlyMap<string, string>;
}

/** Lists the tests of a project with these arguments, by a reporter given on the command line. */
export async function list(project: MiniProject, args: readonly string[], env: Environment = {}): Promise<Listed> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-ids-'));
  const file = path.join(folder, 'ids.json');
  try {
    const outcome = await project.test(['--list', '--reporter=./ids.js', ...args], { ...env, IDS_FILE: file });
    if (outcome.code !== 0) return { ...outcome, tests: new Map() };
    return { ...outcome, tests: new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, string][]) }; // written above
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lists every shard of a project, two at a time. */
export async function listShards(project: MiniProject, total: number, args: readonly string[] = []): Promise<readonly Listed[]> {
  const shards: Listed[] = [];
  for (let first = 1; first <= total; first += 2) {
    const pair = [first, first + 1].filter((shard) => shard <= total);
    shards.push(...(await Promise.all(pair.map((shard) => list(project, [`--shard=${shard}/${total}`, ...args])))));
  }
  return shards;
}

/** Whether a test belongs to a set-up or teardown project, which runs in every shard that needs it. */
export function isServing(title: string): boolean {
  return title.startsWith('prepare') || title.startsWith('clear');
}
