import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf } from '../support/runs';

test.setTimeout(180_000);

test('a crashed worker, a crashed browser and a changed network are the environment\'s causes, also while a service is down', async ({ makeProject }) => {
  const specs = {
    all: [
      testOf('worker', ['auth'], 'process.exit(7);'),
      "test('network', () => { throw new Error('page.goto: net::ERR_NETWORK_CHANGED at http://127.0.0.1:1/'); });",
      `test('browser', async ({ page }) => {
        const session = await page.context().newCDPSession(page);
        await Promise.all([page.waitForEvent('crash'), session.send('Page.crash').catch(() => undefined)]);
        await page.getByText('gone').click({ timeout: 500 });
      });`,
      testOf('outage', ['stock']),
      testOf('fine', ['auth']),
    ].join('\n'),
  };
  const config = "workers: 1, timeout: 20_000, use: { trace: 'off', screenshot: 'off' }";
  const project = makeProject(filesOf({ services: { auth: service(), stock: service() }, specs, config }));
  const { code, output } = await project.test([], { GROUNDWORK_WITHOUT: 'stock' });
  expect(code, output).toBe(1);
  const found = runOf(project).causes.map(({ kind, summary }) => `${kind}: ${summary}`);
  expect(found.sort(), output).toEqual([
    'environment: a worker process ended unexpectedly',
    'environment: the browser crashed',
    'environment: the network of this machine changed under the browser',
    'service: left out by GROUNDWORK_WITHOUT',
  ]);
  expect(runOf(project).totals).toMatchObject({ passed: 1, failed: 3, blocked: 1 });
});

test('a full disk is the environment\'s cause, is told with its folder, and costs no verdict that can be printed', async ({ makeProject }) => {
  const fills = `import { writeFileSync } from 'node:fs';
    test('fills', ({}, testInfo) => writeFileSync(testInfo.outputPath('big'), Buffer.alloc(8_000_000)));`;
  const specs = { all: [testOf('fine', ['auth']), fills, testOf('after', ['auth']), testOf('outage', ['stock'])].join('\n') };
  const config = "workers: 1, fullyParallel: false, use: { trace: 'off', screenshot: 'off' }";
  const project = makeProject(filesOf({ services: { auth: service(), stock: service() }, specs, config }));
  const disk = project.path('reports/output');
  mkdirSync(disk, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  test.skip(mounted.status !== 0, `no small disk can be mounted here: ${String(mounted.stderr)}`);
  try {
    const { code, output } = await project.test([], { GROUNDWORK_WITHOUT: 'stock' });
    expect(code, output).toBe(1);
    expect(output).toContain('2 of 4 passed (2 passed, 1 blocked, 1 failed)');
    expect(output).toMatch(/│ 1 +│ environment +│ the disk is full/);
    expect(output).toMatch(/│ 1 +│ stock +│ left out by GROUNDWORK_WITHOUT/);
    expect(output).toContain(`The disk of ${disk} is full: run.json could not be written`);
  } finally {
    spawnSync('umount', [disk]);
  }
});
