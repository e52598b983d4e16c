import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Launched } from '../../../support/launchers/launched';
import { launchProcess } from '../../../support/launchers/process/process-launcher';
import { serviceEnvironment } from '../../../support/launchers/process/service-environment';
import { hasProc, runs } from '../support/processes';

let folder = '';
const launched: Launched[] = [];

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-launch-'));
});
test.afterEach(async () => {
  await Promise.all(launched.splice(0).map((one) => one.stop(0)));
  rmSync(folder, { recursive: true, force: true });
});

const log = () => readFileSync(path.join(folder, 'service.log'), 'utf8');

/** Launches a Node program that is given as text. */
function launch(code: string, command = [process.execPath, '-e', code]): Launched {
  const one = launchProcess({ command, cwd: folder, env: { KEPT: 'yes' }, logFile: path.join(folder, 'service.log') });
  launched.push(one);
  return one;
}

test('an exit is told with its code and the last lines, without colours', async () => {
  const { ended } = launch(`
    console.log(Array.from({ length: 30 }, (_, index) => 'line ' + index).join('\\n'));
    console.error('\\u001b[31mError: no URL\\u001b[0m\\n');
    process.exitCode = 3;`);
  const evidence = await ended;
  expect(evidence).toMatchObject({ kind: 'exit', code: 3, signal: null });
  const lines = evidence.kind === 'exit' ? evidence.lastLines : [];
  expect(lines).toHaveLength(10);
  expect(lines.slice(-2)).toEqual(['line 29', 'Error: no URL']);
  expect(log()).toContain('line 0\n');
});

test('a command that is not there is told with the place that was looked from', async () => {
  const { ended, pid } = launch('', ['no-such-program']);
  expect(pid).toBeUndefined();
  expect(await ended).toEqual({
    kind: 'launch',
    message: `"no-such-program" was not found (looked from ${folder}); check launch.process.command and cwd`,
  });
});

test('a process gets the environment that it is given, and no other', async () => {
  await launch('console.log(JSON.stringify([process.env.KEPT, process.env.PATH]))').ended;
  expect(JSON.parse(log())).toEqual(['yes', null]);
});

test('what speaks to the runner or a debugger does not reach a service', () => {
  const inherited = {
    PATH: '/bin',
    GROUNDWORK_STATE: '/tmp/x',
    TEST_WORKER_INDEX: '0',
    PW_TEST_HTML: '1',
    PLAYWRIGHT_BROWSERS_PATH: '/x',
    NODE_OPTIONS: '--inspect',
    UNSET: undefined,
  };
  expect(serviceEnvironment(inherited, { PORT: '1', PATH: '/own' })).toEqual({ PORT: '1', PATH: '/own' });
});

test('a process that stops when asked is not killed', async () => {
  const one = launch(`
    process.on('SIGTERM', () => setTimeout(() => { console.log('in order'); process.exit(0); }, 50));
    setInterval(() => {}, 1000);
    console.log('up');`);
  await expect.poll(log, { intervals: [20] }).toContain('up');
  await one.stop(5_000);
  expect(await one.ended).toMatchObject({ code: 0, signal: null });
  expect(log()).toContain('in order');
});

test('a deaf process is killed when its deadline has passed, not before and not long after', async () => {
  const one = launch(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up');`);
  await expect.poll(log, { intervals: [20] }).toContain('up');
  const asked = Date.now();
  await one.stop(300);
  expect(await one.ended).toMatchObject({ signal: 'SIGKILL' });
  expect(Date.now() - asked).toBeGreaterThanOrEqual(290);
  expect(Date.now() - asked).toBeLessThan(2_000);
});

for (const leader of ['runs', 'has ended by itself'] as const) {
  test(`what a process has started goes with it, when the process ${leader}`, async () => {
    test.skip(!hasProc, 'looks into /proc');
    const one = launch(`
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log(child.pid);
      child.unref();
      ${leader === 'runs' ? 'setInterval(() => {}, 1000)' : ''}`);
    if (leader !== 'runs') await one.ended;
    await expect.poll(log, { intervals: [20] }).toMatch(/^\d+\n/);
    const grandchild = Number(log());
    expect(runs(grandchild)).toBe(true);
    await one.stop(1_000);
    await expect.poll(() => runs(grandchild)).toBe(false);
  });
}
