import { randomUUID } from 'node:crypto';
import { getContainerRuntimeClient } from 'testcontainers';
import { MACHINE_LABEL, OWNER_LABEL, RUN_LABEL } from '../../../support/launchers/container/labels';
import type { ServiceInput } from '../../../support/manifest/schema';
import { processSpace } from '../../../support/stack/process-identity';
import { filesOf, service } from '../support/mini-platform';
import { printed, type MiniProject } from '../support/mini-project';
import { expect, test } from '../support/mini-test';
import { runOf, verdictsOf } from '../support/runs';
import { IMAGE, madeBy, whyNoContainers } from '../support/engine';

test.beforeEach(async () => {
  const why = await whyNoContainers();
  test.skip(why !== undefined, why);
});

const contained = (more: Partial<ServiceInput> = {}): ServiceInput => ({
  ...more,
  launch: { ...service().launch, container: { dockerfile: { inputs: ['services/**'] } } },
});

const services = {
  web: contained({ env: { PEERS: '{{api.url}},{{mail.url}}' }, dependsOn: ['api'] }),
  api: contained({ env: { PEERS: '{{web.url}},{{mail.url}}', SECRET: '{{web.publicUrl}}' } }),
  mail: service('good', { env: { PEERS: '{{web.url}},{{api.url}}' } }),
};
const specs = {
  all: `
for (const name of ['web', 'api', 'mail'] as const) {
  test(name, { tag: '@needs:' + name }, async ({ stack }) => {
    await expect.poll(async () => (await fetch(stack.url(name) + '/peers')).json()).toEqual([200, 200]);
    console.log('RUN ' + stack.stateFile + ' END');
    if (process.env.MINI_WAIT) await new Promise(() => {});
  });
}
test('addresses', { tag: '@needs:api' }, async ({ stack }) => {
  const { secret } = await (await fetch(stack.url('api') + '/health/ready')).json();
  expect(secret).toBe(stack.url('web'));
});`,
};
const files = {
  ...filesOf({ services, specs }),
  Dockerfile: `FROM ${IMAGE}\nCOPY services/service.mjs ./\nUSER node\nCMD ["node", "service.mjs"]\n`,
};
const LAUNCHER = { GROUNDWORK_LAUNCHER: 'container' };

const runIdIn = (output: string) => /RUN .*\/([0-9a-f]+)\.json END/.exec(output)?.[1] ?? 'none';

/** The addresses that containers of a run are published at. */
async function publishedBy(runId: string): Promise<readonly string[]> {
  const { container } = await getContainerRuntimeClient();
  const containers = await container.dockerode.listContainers({ filters: { label: [`${RUN_LABEL}=${runId}`] } });
  return containers.flatMap(({ Ports }) => Ports.map(({ IP }) => IP));
}

async function started(project: MiniProject): Promise<{ readonly child: ReturnType<MiniProject['start']>; readonly runId: string }> {
  const child = project.start(['--reporter=line', '--grep', 'mail'], { ...LAUNCHER, MINI_WAIT: '1' });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await printed(child, ' END');
  return { child, runId: runIdIn(output) };
}

test('containers and processes reach each other, and nothing is left over', async ({ makeProject }) => {
  const project = makeProject(files);
  const { code, output } = await project.test([], LAUNCHER);
  expect(code, output).toBe(0);
  expect(output).toContain('(web container, api container; the rest processes)');
  expect(runOf(project).services.map(({ name, launcher }) => `${name} ${launcher}`)).toEqual(['web container', 'api container', 'mail process']);
  expect(await madeBy(runIdIn(output))).toEqual([]);
});

test('containers are published on loopback only, and end with a runner that is killed', async ({ makeProject }) => {
  const project = makeProject(files);
  const { child, runId } = await started(project);
  expect(await publishedBy(runId)).toEqual(['127.0.0.1', '127.0.0.1']);
  child.kill('SIGKILL');
  await expect.poll(() => madeBy(runId)).toEqual([]);
});

test('a container that ends at once is down, with its exit code and last line', async ({ makeProject }) => {
  const exiting = { ...services, api: contained({ env: { MODE: 'exit' } }) };
  const project = makeProject({ ...files, ...filesOf({ services: exiting, specs }) });
  const { code, output } = await project.test([], LAUNCHER);
  expect(code, output).toBe(1);
  expect(output).toContain('exited with code 3: Error: DATABASE_URL is not set');
  expect(verdictsOf(project)).toMatchObject({ web: 'blocked by api', api: 'blocked by api' });
});

test('an image that cannot be built blocks the tests, with the words of the engine', async ({ makeProject }) => {
  const project = makeProject({ ...files, Dockerfile: `FROM ${IMAGE}\nCOPY nothing ./\n` });
  const { code, output } = await project.test(['--grep', '@needs:api'], LAUNCHER);
  expect(code, output).toBe(1);
  expect(output).toMatch(/could not be launched: the image could not be built of .*\/Dockerfile: COPY failed: .*nothing/);
});

test('where no engine answers, it is said what was tried', async ({ makeProject }) => {
  const project = makeProject(files);
  const env = { ...LAUNCHER, DOCKER_HOST: 'tcp://127.0.0.1:9', TESTCONTAINERS_HOST_OVERRIDE: undefined };
  const { code, output } = await project.groundwork(['doctor', '--json'], env);
  expect(code, output).toBe(1);
  expect(output).toContain('No container engine answers. Tried DOCKER_HOST (tcp://127.0.0.1:9: does not answer)');
});

test('what a killed keeper has left is removed by the next start, and what others run is not', async ({ makeProject }) => {
  const { container } = await getContainerRuntimeClient();
  const make = (run: string, owner: string, machine = processSpace()) =>
    container.dockerode.createContainer({ Image: IMAGE, Labels: { [RUN_LABEL]: run, [OWNER_LABEL]: owner, [MACHINE_LABEL]: machine } });
  const id = randomUUID();
  const [dead, alive, elsewhere] = [`dead-${id}`, `alive-${id}`, `elsewhere-${id}`];
  const gone = '999999999 1';
  await make(dead, gone);
  const others = [await make(alive, `${process.pid} `), await make(elsewhere, gone, 'another machine')];
  const project = makeProject(files);
  const { code, output } = await project.test(['--grep', 'addresses'], LAUNCHER);
  expect(code, output).toBe(0);
  expect(await madeBy(dead)).toEqual([]);
  const kept = [...(await madeBy(alive)), ...(await madeBy(elsewhere))];
  for (const one of others) await one.remove();
  expect(kept).toHaveLength(2);
});
