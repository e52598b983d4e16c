import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkSeeding } from '../../../support/sign-in/seeding';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf, verdictsOf } from '../support/runs';

/** A service that somebody else runs, and that answers its health as it is told. */
async function withService(health: unknown, work: (url: string) => Promise<void>): Promise<void> {
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(health));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  await work(`http://127.0.0.1:${port}`);
  server.close();
}

const services = {
  web: service('good', { dependsOn: ['api'] }),
  api: { dependsOn: ['db'], launch: { ...service().launch, attached: { version: '2' } } },
  db: service(),
};
const specs = { all: [testOf('web', ['web']), testOf('api', ['api'])].join('\n') };

test('an attached service is used where it is, and what only it needs is not started', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs }));
  await withService({ service: 'api', version: '2' }, async (url) => {
    const { code, output } = await project.test([], { GROUNDWORK_LAUNCH_API: 'attached', GROUNDWORK_URL_API: url });
    expect(code, output).toBe(0);
    expect(output).toContain('(api attached; the rest processes)');
    expect(runOf(project).services.map(({ name, launcher }) => `${name} ${launcher}`)).toEqual(['web process', 'api attached']);
  });
});

test('another version than the expected one blocks the tests before the first of them', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs }));
  await withService({ service: 'api', version: '1' }, async (url) => {
    const { code, output } = await project.test([], { GROUNDWORK_LAUNCH_API: 'attached', GROUNDWORK_URL_API: url });
    expect(code, output).toBe(1);
    expect(verdictsOf(project)).toEqual({ web: 'blocked by api', api: 'blocked by api' });
    expect(output).toContain('expected service "api", version "2", found service "api", version "1"');
  });
});

test('tenants and accounts are made on this machine, and on others only where the manifest names them', () => {
  const at = (host: string) => [{ name: 'api', host }];
  expect(() => checkSeeding([...at('127.0.0.1'), ...at('localhost'), ...at('[::1]')], [])).not.toThrow();
  expect(() => checkSeeding(at('127.0.0.1.evil.example'), [])).toThrow('No tenants or accounts are made on 127.0.0.1.evil.example (api)');
  expect(() => checkSeeding(at('staging.example'), ['other.example'])).toThrow("add 'staging.example' to seeding.hosts");
  expect(() => checkSeeding(at('staging.example'), ['staging.example'])).not.toThrow();
});
