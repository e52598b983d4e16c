import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf } from '../support/runs';

test.setTimeout(180_000);

test('a crashed worker and a changed network are the environment\'s causes, also while a service is down', async ({ makeProject }) => {
  const specs = {
    all: [
      testOf('worker', ['auth'], 'process.exit(7);'),
      "test('network', () => { throw new Error('page.goto: net::ERR_NETWORK_CHANGED at http://127.0.0.1:1/'); });",
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
    'environment: the network of this machine changed under the browser',
    'service: left out by GROUNDWORK_WITHOUT',
  ]);
  expect(runOf(project).totals).toMatchObject({ passed: 1, failed: 2, blocked: 1 });
});
