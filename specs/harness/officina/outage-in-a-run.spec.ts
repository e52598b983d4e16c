import { readObservations, readTimeline } from '../../../support/evidence/evidence-files';
import { expect, test } from '../support/mini-test';
import { runOf, verdictsOf } from '../support/runs';
import { officinaFiles } from './officina-project';

test.setTimeout(180_000);

// `running` asks until the watch ends it; `returns` waits for the service, without standing on it.
const specs = `
import { expect, test } from 'groundwork-e2e';

const tag = (...names: string[]) => ({ tag: names.map((name) => '@needs:' + name) });

test('running', tag('api-gateway', 'inventory-service'), async ({ api }) => {
  const owner = await api.as('owner');
  expect((await owner.get('/api/inventory/items')).status()).toBe(200);
  await expect.poll(async () => (await owner.get('/api/inventory/items')).status(), { timeout: 60_000 }).toBe(0);
});
test('coming', tag('api-gateway', 'inventory-service'), async () => {});
test('other', tag('api-gateway', 'user-service'), async ({ api }) => {
  expect((await (await api.as('owner')).get('/api/users')).status()).toBe(200);
});
test('returns', async ({ stack }) => {
  const ask = () => fetch(stack.url('inventory-service') + '/health/ready').then(({ status }) => status, () => 0);
  await expect.poll(ask, { timeout: 60_000 }).toBe(200);
  // The keeper looks at it a little later than this test.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
});
test('after', tag('api-gateway', 'inventory-service'), async ({ api }) => {
  expect((await (await api.as('owner')).get('/api/inventory/items')).status()).toBe(200);
});
`;

test('a service of Officina that is killed in mid-run blocks what runs and what comes, and is used again when it is back', async ({ makeProject }) => {
  const project = makeProject(officinaFiles({ 'specs/outage.spec.ts': specs }));
  const env = { GROUNDWORK_FAULT: 'inventory-service:exit@5-20' };
  const { code, output } = await project.test(['--project=own', '--timeout=90000'], env);
  expect(code, output).toBe(1);
  const byInventory = 'blocked by inventory-service';
  expect(verdictsOf(project), output).toEqual({ running: byInventory, coming: byInventory, other: 'passed', returns: 'passed', after: 'passed' });
  const { id, tests, causes } = runOf(project);
  expect(causes).toMatchObject([{ kind: 'service', service: 'inventory-service', unlocks: 2 }]);
  expect(tests[0]?.blockedBy?.evidence).toContain('SIGKILL');
  expect(tests.map(({ retries }) => retries)).toEqual([0, 0, 0, 0, 0]);

  // As both have noted it themselves: when the watch noticed the outage, and when the running test had ended.
  const logs = project.path(`reports/output/logs/${id}`);
  const died = readTimeline(logs).find(({ service, readiness }) => service === 'inventory-service' && readiness.state === 'down');
  const ended = readObservations(logs).get(tests[0]?.id ?? '')?.[0]?.to;
  expect((ended ?? Infinity) - (died?.readiness.since ?? 0)).toBeLessThan(2_000);
});
