import type { ServiceInput } from '../../../support/manifest/schema';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf } from '../support/runs';
import { IMAGE, whyNoContainers } from '../support/engine';

const web: ServiceInput = {
  env: { PEERS: '{{api.url}},{{mail.url}}' },
  dependsOn: ['api'],
  launch: { ...service().launch, container: { dockerfile: { inputs: ['services/**'] } } },
};
const api: ServiceInput = {
  env: { PEER: '{{mail.url}}' },
  launch: { ...service().launch, mock: { module: 'mocks/api.ts', contract: 'mocks/api.json' } },
};
const files = {
  'mocks/api.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'api', version: '1' }, paths: {} }),
  'mocks/api.ts': `
    import { defineMock, HttpResponse } from 'groundwork-e2e/mocks';
    export default defineMock<Record<string, never>>({
      service: 'api',
      create: ({ http, env, fetch }) => [http.untyped.get('/mail', async () => HttpResponse.json(await (await fetch(env.PEER + '/health/ready')).json()))],
    });`,
  Dockerfile: `FROM ${IMAGE}\nCOPY services/service.mjs ./\nUSER node\nCMD ["node", "service.mjs"]\n`,
};
const spec = `
  test('each reaches the others', async ({ stack }) => {
    expect(await (await fetch(stack.url('web') + '/peers')).json()).toEqual([200, 200]);
    expect(await (await fetch(stack.url('api') + '/mail')).json()).toMatchObject({ service: 'mail' });
  });`;

test('one service is mocked, one is in a container, the rest are processes', async ({ makeProject }) => {
  const why = await whyNoContainers();
  test.skip(why !== undefined, why);
  const project = makeProject({ ...filesOf({ services: { web, api, mail: service() }, specs: { all: spec } }), ...files });
  const { code, output } = await project.test([], { GROUNDWORK_LAUNCH_WEB: 'container', GROUNDWORK_LAUNCH_API: 'mock' });
  expect(code, output).toBe(0);
  expect(output).toContain('(web container, api mock; the rest processes)');
  expect(runOf(project).services.map(({ name, launcher }) => `${name} ${launcher}`)).toEqual(['web container', 'api mock', 'mail process']);
});
