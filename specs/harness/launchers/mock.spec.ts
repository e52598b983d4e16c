import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf, verdictsOf } from '../support/runs';

const contract = {
  openapi: '3.1.0',
  info: { title: 'api', version: '7.0.0' },
  paths: { '/items/{id}': { get: { responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } } } } },
};

const mock = `
import { defineMock, HttpResponse } from 'groundwork-e2e/mocks';
export default defineMock<Record<string, never>>({
  service: 'api',
  create: ({ http, env, log, fetch }) => {
    let asked = 0;
    return [
      http.untyped.get('/items/:id', ({ params, request }) => HttpResponse.json({ id: params.id, asked: (asked += 1), url: request.url })),
      http.untyped.get('/env', () => HttpResponse.json({ database: env.DATABASE_URL ?? null, peer: env.PEER_URL })),
      http.untyped.get('/peer', async () => HttpResponse.json(await (await fetch(env.PEER_URL + '/health/ready')).json())),
      http.untyped.get('/cookies', () => new HttpResponse(null, { headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2; Path=/']] })),
      http.untyped.get('/away', () => HttpResponse.redirect('http://127.0.0.1:9/elsewhere', 307)),
      http.untyped.get('/broken', () => HttpResponse.error()),
      http.untyped.get('/fails', () => { throw new Error('a mistake in the handler'); }),
      http.untyped.get('/throws', () => { throw HttpResponse.json({ thrown: true }, { status: 409 }); }),
      http.untyped.post('/echo', async ({ request }) => HttpResponse.arrayBuffer(await request.arrayBuffer(), { headers: { 'content-type': 'application/x-own' } })),
      http.untyped.get('/endless', ({ request }) => {
        request.signal.addEventListener('abort', () => log.info({}, 'the request was aborted'));
        let timer;
        const body = new ReadableStream({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(': welcome\\n\\n'));
            timer = setInterval(() => controller.enqueue(new TextEncoder().encode('data: beat\\n\\n')), 20);
          },
          cancel: () => { clearInterval(timer); log.info({}, 'the stream was cancelled'); },
        });
        return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } });
      }),
    ];
  },
});
`;

const services = {
  web: service('good', { dependsOn: ['api'] }),
  api: {
    env: { DATABASE_URL: '{{db.url}}', PEER_URL: '{{peer.url}}' },
    dependsOn: ['db', 'peer'],
    launch: { ...service().launch, mock: { module: 'mocks/api.ts', contract: 'mocks/api.json' } },
  },
  peer: service(),
  db: { launch: service().launch, ready: { kind: 'postgres', user: 'u', password: 'p', database: 'd' } },
} as const;
const files = { 'mocks/api.ts': mock, 'mocks/api.json': JSON.stringify(contract) };

test('a mocked service is answered for on its port: state, peers, cookies, streams, faults', async ({ makeProject }) => {
  const spec = `
    test('answers', async ({ stack }) => {
      const at = (path, init) => fetch(stack.url('api') + path, init);
      const json = async (path) => (await at(path)).json();
      expect(await json('/items/7')).toEqual({ id: '7', asked: 1, url: 'http://api.mock/items/7' });
      expect((await json('/items/7')).asked).toBe(2);
      expect(await json('/env')).toEqual({ database: null, peer: stack.url('peer') });
      expect((await json('/peer')).service).toBe('peer');
      expect(await json('/health/ready')).toMatchObject({ status: 'ready', service: 'api', version: '7.0.0', mock: true });
      expect((await at('/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2; Path=/']);
      const away = await at('/away', { redirect: 'manual' });
      expect([away.status, away.headers.get('location')]).toEqual([307, 'http://127.0.0.1:9/elsewhere']);
      await expect(at('/broken')).rejects.toThrow('fetch failed');
      expect((await at('/throws')).status).toBe(409);
      const fails = await at('/fails');
      expect([fails.status, (await fails.json()).code]).toEqual([500, 'handler-failed']);
      const none = await at('/none', { method: 'DELETE' });
      expect(none.status).toBe(404);
      expect((await none.json()).detail).toBe('The mock of api has no handler for DELETE /none.');
      const bytes = Uint8Array.from({ length: 70000 }, (_, index) => index % 256);
      const echo = await at('/echo', { method: 'POST', body: bytes });
      expect(new Uint8Array(await echo.arrayBuffer())).toEqual(bytes);
      const over = new AbortController();
      const reader = (await at('/endless', { signal: over.signal })).body.getReader();
      const decoder = new TextDecoder();
      let text = '';
      while (!text.includes('beat')) text += decoder.decode((await reader.read()).value);
      expect(text).toMatch(/^: welcome/);
      over.abort();
      const { readFileSync } = await import('node:fs');
      await expect.poll(() => readFileSync(stack.logFile('api'), 'utf8')).toContain('the stream was cancelled');
      expect(readFileSync(stack.logFile('api'), 'utf8')).toContain('the request was aborted');
      expect(readFileSync(stack.logFile('api'), 'utf8')).toContain('a mistake in the handler');
    });`;
  const project = makeProject({ ...filesOf({ services, specs: { all: spec } }), ...files });
  const { code, output } = await project.test([], { GROUNDWORK_LAUNCH_API: 'mock' });
  expect(code, output).toBe(0);
  expect(output).toContain('api mock');
  expect(runOf(project).services.map(({ name, launcher }) => `${name} ${launcher}`)).toEqual(['web process', 'api mock', 'peer process']);
});

test('a run of mocks alone has no backend, and tells which tests it skips for want of a real service', async ({ makeProject }) => {
  const specs = [
    testOf('on a mock', ['api']),
    testOf('on a service that is left out', ['peer']),
    testOf('on nothing that is known', []),
    `test('on the real one', { tag: ['@real:api'] }, () => { throw new Error('must not run'); });`,
    `test('on all that is real', { tag: ['@real', '@needs:api'] }, () => { throw new Error('must not run'); });`,
  ];
  const project = makeProject({ ...filesOf({ services, manifest: `app: 'web'`, specs: { all: specs.join('\n') } }), ...files });
  const { code, output } = await project.test([], { GROUNDWORK_LAUNCHER: 'mock' });
  expect(code, output).toBe(0);
  expect(output).toContain('2 of 2 services ready');
  expect(output).toContain('api mock, peer left out; the rest processes');
  expect(output).toContain('ran against mocks of api: says nothing of the real ones');
  expect(output).toContain('left out, because they have no mock: peer');
  expect(output).toContain('3 skipped, because they need a real service: api 2, peer 1');
  expect(verdictsOf(project)).toEqual({
    'on a mock': 'passed',
    'on a service that is left out': 'skipped',
    'on nothing that is known': 'passed',
    'on the real one': 'skipped',
    'on all that is real': 'skipped',
  });
  const { tests, services: found, causes } = runOf(project);
  expect(causes).toEqual([]);
  expect(found.map(({ name, launcher }) => `${name} ${launcher}`)).toEqual(['web process', 'api mock', 'peer none']);
  expect(tests.flatMap(({ needsReal = [] }) => needsReal)).toEqual(['peer', 'api', 'api']);
  expect(project.read('reports/output/summary.md')).toContain('| all.spec.ts › on the real one | api |'.replace('all.spec.ts › ', ''));
  expect(project.read('reports/output/allure-results/environment.properties')).toContain('service.api=mock');
});

test('a mock that cannot be loaded is told as the evidence of its service', async ({ makeProject }) => {
  const project = makeProject({ ...filesOf({ services, specs: { all: testOf('on it', ['api']) } }), ...files, 'mocks/api.ts': 'export default { no: 1 };' });
  const { code, output } = await project.test([], { GROUNDWORK_LAUNCH_API: 'mock' });
  expect(code).toBe(1);
  expect(output).toContain('mocks/api.ts exports no mock: write "export default defineMock<paths>({ … })".');
  expect(verdictsOf(project)).toEqual({ 'on it': 'blocked by api' });
});
