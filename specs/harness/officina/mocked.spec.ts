import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import officina from '../../../groundwork.config';
import { expect, test } from '../support/mini-test';
import { runOf } from '../support/runs';
import { officinaFiles } from './officina-project';

const REPOSITORY = path.join(__dirname, '..', '..', '..');

// One stack at a time, and no two builds of the platform.
test.describe.configure({ mode: 'default', timeout: 180_000 });

// A few of each area whose services have mocks; `service.api` has a test that only a real service can pass.
const FILES = [
  ...['inventory/list.api', 'inventory/service.api', 'master-account/users.api', 'messages/messages.api'],
  ...['pharmacy/lists.api', 'prescriptions/states.api', 'sign-in/tokens.api', 'teleconsultation/chat.api'],
];
const specs = (names: readonly string[]) => names.map((name) => `specs/e2e/${name}`);

test('Officina with no backend at all: what has mocks passes, the rest is skipped with the reason', async ({ makeProject }) => {
  const project = makeProject(officinaFiles());
  const { code, output } = await project.test([...specs(FILES), '--project=sample'], { GROUNDWORK_LAUNCHER: 'mock' });
  expect(code, output).toBe(0);
  const { services, tests, totals } = runOf(project);
  const launchers = Object.fromEntries(services.map(({ name, launcher }) => [name, launcher]));
  expect(launchers).toMatchObject({ 'api-gateway': 'mock', 'auth-service': 'mock', 'user-service': 'mock', web: 'process' });
  expect(launchers.database ?? 'none').toBe('none');
  const passed = new Set(tests.filter(({ verdict }) => verdict === 'passed').map(({ file }) => file.split('/').at(-2)));
  expect([...passed].sort()).toEqual(['inventory', 'master-account', 'messages', 'pharmacy', 'prescriptions', 'sign-in', 'teleconsultation']);
  const skipped = tests.filter(({ verdict }) => verdict === 'skipped');
  expect(skipped.length).toBeGreaterThan(0);
  for (const { title, needsReal = [] } of skipped) expect(needsReal, title).not.toEqual([]);
  expect(totals).toMatchObject({ failed: 0, blocked: 0, flaky: 0 });
  expect(output).toMatch(/need a real service: .*inventory-service 1/);
});

for (const [service, file] of [
  ['inventory-service', 'inventory/list.api'],
  ['user-service', 'master-account/users.api'],
  ['pharmacy-service', 'pharmacy/lists.api'],
  ['prescription-service', 'prescriptions/states.api'],
  ['auth-service', 'sign-in/tokens.api'],
  ['notification-service', 'messages/messages.api'],
  ['teleconsultation-service', 'teleconsultation/chat.api'],
] as const) {
  test(`the specs of ${service} pass where it is mocked and all others are real`, async ({ makeProject }) => {
    const project = makeProject(officinaFiles());
    const variable = `GROUNDWORK_LAUNCH_${service.toUpperCase().replaceAll('-', '_')}`;
    const { code, output } = await project.test([...specs([file]), '--project=sample'], { [variable]: 'mock' });
    expect(code, output).toBe(0);
    const { services, totals } = runOf(project);
    expect(services.filter(({ launcher }) => launcher !== 'process').map(({ name, launcher }) => [name, launcher])).toEqual([[service, 'mock']]);
    expect(totals).toMatchObject({ failed: 0, blocked: 0, skipped: 0, passed: totals.total });
    expect(totals.total).toBeGreaterThan(0);
  });
}

test('the mocks of Officina hold to their contracts and to what the real services answered', async () => {
  const env = { ...process.env, NO_COLOR: '1' };
  const program = path.join(REPOSITORY, 'dist/support/cli/main.js');
  const verified = await promisify(execFile)(process.execPath, [program, 'mocks', 'verify'], { cwd: REPOSITORY, env });
  const services = Object.entries(officina.services).filter(([, { launch }]) => launch.mock).map(([name]) => name).sort();
  expect(services).toContain('api-gateway');
  expect(verified.stdout.trim().split('\n').map((line) => line.trim().split(/\s+/)).sort()).toEqual(services.map((name) => [name, 'holds']));
});
