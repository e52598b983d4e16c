import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf } from '../support/runs';

test.setTimeout(180_000);

const services = { api: service() };
const manifest = `api: 'api', app: 'api', session: sessions, roles: {
  owner: { account: { email: 'owner@shop.test', password: 'wrong' } },
  doctor: { account: { email: 'doctor@shop.test', password: 'right', totpSecret: 'JBSWY3DPEHPK3PXP' } },
}`;
const many = (count: number, body: string, fixtures: string) =>
  `for (let index = 0; index < ${count}; index += 1) test('test ' + index, async ({ ${fixtures} }) => { ${body} });`;

test('a wrong password is one cause over many tests, and is tried once in the whole run', async ({ makeProject }) => {
  const specs = { all: many(6, "await api.as('owner');", 'api') + testOf('other', ['api']) };
  const project = makeProject(filesOf({ services, manifest, specs, config: 'workers: 1' }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  const { causes, totals, id } = runOf(project);
  expect(totals).toMatchObject({ failed: 6, passed: 1, blocked: 0 });
  expect(causes).toMatchObject([{ kind: 'sign-in', unlocks: 6 }]);
  expect(causes[0]?.summary).toContain('The role "owner" (<e-mail>) could not be signed in: POST /sign-in answered');
  // The place is the suite's own, or none: a line of this package says nothing of where to look.
  expect(causes[0]?.evidence.filter((line) => !/^at specs\/all\.spec\.ts:\d+$/.test(line))).toEqual([]);
  const log = project.read(`reports/output/logs/${id}/api.log`);
  expect(log.match(/sign-in owner/g)).toHaveLength(1);
});

test('storage touched before navigation is one cause, with its step and place', async ({ makeProject }) => {
  const body = "await test.step('write the token', () => page.evaluate(() => localStorage.setItem('token', 'x')));";
  const specs = { all: many(6, body, 'page') };
  const project = makeProject(filesOf({ services, manifest, specs, config: "use: { trace: 'off', screenshot: 'off' }" }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  const { causes, totals } = runOf(project);
  expect(totals).toMatchObject({ failed: 6, blocked: 0 });
  expect(causes).toMatchObject([{ kind: 'sign-in', unlocks: 6 }]);
  expect(causes[0]?.summary).toContain('SecurityError');
  expect(causes[0]?.evidence).toEqual([expect.stringMatching(/^at specs\/all\.spec\.ts:\d+$/), 'in the step "write the token"']);
});

test('an answer that a test has mocked proves nothing of a service', async ({ makeProject }) => {
  const body = `
    await page.route('**/stock', (route) => route.fulfill({ status: 503, json: { status: 503, service: 'api' } }));
    await page.goto(stack.url('api') + '/page');
    expect(await page.evaluate(() => fetch('/stock').then((answer) => answer.status))).toBe(200);`;
  const real = `
    await page.goto(stack.url('api') + '/page');
    expect(await page.evaluate(() => fetch('/unreachable/api').then((answer) => answer.status))).toBe(200);`;
  const specs = { all: `test('mocked', async ({ page, stack }) => { ${body} }); test('real', async ({ page, stack }) => { ${real} });` };
  const project = makeProject(filesOf({ services, manifest, specs, config: "workers: 1, use: { trace: 'off', screenshot: 'off' }" }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  const found = runOf(project).tests.map(({ title, verdict, blockedBy }) => [title, verdict, blockedBy?.evidence]);
  expect(found).toEqual([
    ['mocked', 'failed', undefined],
    ['real', 'blocked', 'GET /unreachable/api answered 503 naming api'],
  ]);
});
