import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { noNetworkApart } from '../support/mini-project';
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
    'environment: the network of this machine changed under the browser: a container, a VPN or another interface came or went',
    'service: left out by GROUNDWORK_WITHOUT',
  ]);
  expect(runOf(project).totals).toMatchObject({ passed: 1, failed: 3, blocked: 1 });
});

test('a page that lost requests by a changed network: what it lacks afterwards is not told as the test\'s own failure', async ({
  makeProject,
}) => {
  const refused = noNetworkApart();
  test.skip(refused !== undefined, `no network of its own can be made here: ${refused}`);
  // What is lost is a request that is just being connected: so the page connects anew, again and again.
  const lost = `import http from 'node:http';
    import { execSync } from 'node:child_process';
    const loop = '(async () => { for (;;) await fetch(Math.random()).catch(() => undefined); })();';
    const page = '<body><script>' + loop.repeat(6) + '</script>';
    const come = 'ip link add gw0 type veth peer name gw1 && ip link set gw0 up && ip link set gw1 up && ip addr add 198.51.100.7/24 dev gw0';
    test('lost', async ({ page: tab }) => {
      const server = http.createServer((request, answer) => {
        answer.setHeader('connection', 'close');
        answer.setHeader('content-type', 'text/html').end(request.url === '/' ? page : '');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
      const { port } = server.address() as { port: number };
      let isLost = false;
      tab.on('requestfailed', (request) => (isLost ||= request.failure()?.errorText === 'net::ERR_NETWORK_CHANGED'));
      await tab.goto('http://127.0.0.1:' + port + '/', { waitUntil: 'commit' });
      let isThere = false;
      await expect.poll(() => {
        execSync(isThere ? 'ip link del gw0' : come);
        isThere = !isThere;
        return isLost;
      }, { timeout: 20_000 }).toBe(true);
      server.close();
      await expect(tab.getByRole('heading')).toBeVisible({ timeout: 500 });
    });`;
  const config = "workers: 1, use: { trace: 'off', screenshot: 'off' }";
  const project = makeProject(filesOf({ services: { auth: service() }, specs: { lost }, config }));
  const { output } = await project.testApart();
  const found = runOf(project).causes.map(({ kind, summary }) => `${kind}: ${summary}`);
  expect(found, output).toEqual([
    'environment: the network of this machine changed under the browser: a container, a VPN or another interface came or went',
  ]);
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
