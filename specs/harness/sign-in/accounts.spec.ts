import { readdirSync } from 'node:fs';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

test('roles are signed in once a worker; wrong ones are told by name and tried once', async ({ makeProject }) => {
  const project = makeProject(
    filesOf({
      services: { api: service() },
      manifest: `api: 'api', session: sessions, roles: {
        owner: { account: { email: 'owner@shop.test', password: 'right' } },
        doctor: { account: { email: 'doctor@shop.test', password: 'wrong' } },
      }`,
      config: 'workers: 1',
      specs: {
        roles: `
const refused = 'The role "doctor" (doctor@shop.test) could not be signed in: ' +
  'POST /sign-in answered 401: {"error":"wrong password"}. Check its account in the manifest or in the tenant strategy.';
test('one session for pages and requests', async ({ auth, api }) => {
  const session = await auth.session('owner');
  const answer = await (await api.as('owner')).get('/me');
  expect(await answer.json()).toEqual({ authorization: 'Bearer ' + session.data.token });
  expect(await auth.session('owner')).toBe(session);
});
test('the next test has the same session', async ({ api }) => {
  expect((await (await api.as('owner')).get('/me')).ok()).toBe(true);
});
test('a wrong password', async ({ auth, api }) => {
  await expect(auth.session('doctor')).rejects.toThrow(refused);
  await expect(api.as('doctor')).rejects.toThrow(refused);
});
test('a wrong password in the next test', async ({ auth }) => {
  await expect(auth.session('doctor')).rejects.toThrow(refused);
});
test('an unknown role', async ({ auth }) => { await auth.session('dcotor'); });`,
      },
    }),
  );
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  expect(output).toContain('4 of 5 passed (4 passed, 1 failed)');
  expect(output).toContain('There is no role "dcotor" in the manifest; its roles are: owner, doctor.');
  const [run = ''] = readdirSync(project.path('reports/output/logs'));
  const log = project.read(`reports/output/logs/${run}/api.log`);
  expect(log.match(/sign-in .*/g)).toEqual(['sign-in owner@shop.test', 'sign-in doctor@shop.test']);
});
