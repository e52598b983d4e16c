import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf } from '../support/runs';

test.setTimeout(180_000);

const services = { api: service() };
const manifest = `api: 'api', app: 'api', session: sessions, roles: {
  owner: { account: { email: 'owner@shop.test', password: 'wrong' } },
  doctor: { account: { email: 'doctor@shop.test', password: 'right', totpSecret: 'JBSWY3DPEHPK3PXP' } },
  guard: { account: { email: 'mfa-guard@shop.test', password: 'right' } },
}`;
const many = (count: number, body: string, fixtures: string) =>
  `for (let index = 0; index < ${count}; index += 1) test('test ' + index, async ({ ${fixtures} }) => { ${body} });`;

test('sign-ins that cannot work are one cause a role over many tests, and are tried once in the whole run', async ({ makeProject }) => {
  const asGuard = many(6, "await api.as('guard');", 'api').replaceAll("'test '", "'guarded '");
  const specs = { all: many(6, "await api.as('owner');", 'api') + asGuard + testOf('other', ['api']) };
  const project = makeProject(filesOf({ services, manifest, specs, config: 'workers: 2' }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  const { causes, totals, id } = runOf(project);
  expect(totals).toMatchObject({ failed: 12, passed: 1, blocked: 0 });
  expect(causes).toMatchObject([{ kind: 'sign-in', unlocks: 6 }, { kind: 'sign-in', unlocks: 6 }]);
  const [guard = '', owner = ''] = causes.map(({ summary }) => summary).sort();
  expect(owner).toContain('The role "owner" (<e-mail>) could not be signed in: POST /sign-in answered');
  expect(guard).toContain('The role "guard" (<e-mail>) could not be signed in: a second factor is demanded, but the account has no totpSecret');
  // The place is the suite's own, or none: a line of this package says nothing of where to look.
  expect(causes.flatMap(({ evidence }) => evidence).filter((line) => !/^at specs\/all\.spec\.ts:\d+$/.test(line))).toEqual([]);
  const log = project.read(`reports/output/logs/${id}/api.log`);
  expect(log.match(/sign-in owner/g)).toHaveLength(1);
  expect(log.match(/sign-in mfa-guard/g)).toHaveLength(1);
});

test('an endless redirect to the sign-in page is one cause, with its step and place', async ({ makeProject }) => {
  const open = (way: string, wait: string) => `
    await test.step('open the shop by ' + '${way}', async () => {
      await page.goto('/round/${way}/shop'${wait && ", { waitUntil: 'commit' }"});
      ${wait}
    });`;
  const byPage = many(3, open('page', "await expect(page.getByRole('heading')).toBeVisible({ timeout: 2000 });"), 'page');
  const specs = { server: many(3, open('server', ''), 'page'), page: byPage };
  const project = makeProject(filesOf({ services, manifest, specs, config: "workers: 1, use: { trace: 'off', screenshot: 'off' }" }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  const { causes, totals } = runOf(project);
  expect(totals).toMatchObject({ failed: 6, blocked: 0 });
  const [page, server] = [...causes].sort((one, other) => (one.kind < other.kind ? 1 : -1));
  expect(server, output).toMatchObject({ kind: 'sign-in', unlocks: 3, evidence: [expect.stringMatching(/^at specs\/server\.spec\.ts:\d+$/), 'in the step "open the shop by server"'] });
  expect(server?.summary).toContain('ERR_TOO_MANY_REDIRECTS');
  expect(page, output).toMatchObject({ kind: 'test', unlocks: 3, evidence: [expect.stringMatching(/^at specs\/page\.spec\.ts:\d+$/), 'in the step "open the shop by page"'] });
  expect(page?.next).toEqual([{ summary: 'the app went round in a circle: /round/page/shop, /round/page/sign-in', tests: 3 }]);
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
