import { mkdirSync } from 'node:fs';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

test('what a test does not ask for costs nothing and may be missing: session, tenants, app, browser', async ({ makeProject }) => {
  const project = makeProject(
    filesOf({
      services: { api: service() },
      manifest: "api: 'api', roles: { owner: {} }",
      // Another browser's project: one that wants Chromium would end the run, as there is none here.
      config: "projects: [{ name: 'plain', use: { browserName: 'firefox' } }], workers: 1",
      specs: {
        all: `
test('nothing at all', () => {});
test('only the stack', async ({ stack }) => {
  expect((await fetch(stack.url('api') + '/health/ready')).status).toBe(200);
  expect(() => stack.url('apx')).toThrow('There is no service "apx" in the stack; there are: api.');
  expect(() => stack.appOrigin).toThrow("The manifest does not say which service is the app: add app: '<service>'.");
});
test('only requests of nobody', async ({ api }) => {
  const answer = await (await api.anonymous()).get('/me');
  expect(await answer.json()).toEqual({ authorization: null });
});
test('no session', async ({ api, tenant }) => { void api; void tenant; });
test('no strategy', async ({ auth }) => { void auth; });`,
      },
    }),
  );
  mkdirSync(project.path('no-browsers'));
  const none = project.path('no-browsers');
  const { code, output } = await project.test([], { PATH: none, PLAYWRIGHT_BROWSERS_PATH: none, GROUNDWORK_CHROMIUM: undefined });
  expect(code, output).toBe(1);
  expect(output).toContain('3 of 5 passed (3 passed, 2 failed)');
  expect(output).toContain('Error: The manifest has no tenants: give it a tenant strategy, or a fixed account for every role.');
  expect(output).toContain('Error: The manifest has no session: give it a session strategy to sign users in.');
});
