import type { ServiceInput } from '../../../support/manifest/schema';
import { filesOf } from '../support/mini-platform';
import type { MiniProject } from '../support/mini-project';
import { expect, test, type MakeProject } from '../support/mini-test';

/** A real service: items that can be added and read. */
const real = `
import http from 'node:http';
import { randomUUID } from 'node:crypto';
const items = new Map();
const server = http.createServer(async (request, response) => {
  const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.url === '/health/ready') return answer(200, { service: 'stock' });
  const [, id] = /^\\/items\\/(.+)$/.exec(request.url) ?? [];
  if (id) return items.has(id) ? answer(200, items.get(id)) : answer(404, { code: 'not-found' });
  let body = '';
  for await (const chunk of request) body += chunk;
  const item = { id: randomUUID(), at: new Date().toISOString(), count: 0, token: Math.random().toString(), ...JSON.parse(body) };
  items.set(item.id, item);
  answer(201, item);
});
server.listen(process.env.PORT, process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
`;

const item = {
  type: 'object',
  required: ['id', 'name', 'count'],
  properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' }, count: { type: 'integer' } },
};
const answer = (schema: object) => ({ description: '', content: { 'application/json': { schema } } });
const contract = {
  openapi: '3.1.0',
  info: { title: 'stock', version: '1' },
  paths: {
    '/items': { post: { responses: { 201: answer({ $ref: '#/components/schemas/Item' }) } } },
    '/items/{id}': { get: { responses: { 200: answer({ $ref: '#/components/schemas/Item' }), 404: answer({ type: 'object' }) } } },
    '/report': { get: { responses: { 200: answer({ type: 'object' }) } } },
  },
  components: { schemas: { Item: item } },
};

const mock = `
import { defineMock, HttpResponse } from 'groundwork-e2e/mocks';
import { randomUUID } from 'node:crypto';
export default defineMock<Record<string, never>>({
  service: 'stock',
  notMocked: ['GET /report'],
  create: ({ http: { untyped: http } }) => {
    const items = new Map();
    return [
      http.post('/items', async ({ request }) => {
        const item = { id: randomUUID(), at: new Date().toISOString(), count: 0, token: String(Math.random()), ...(await request.json()) };
        items.set(item.id, item);
        return HttpResponse.json(item, { status: 201 });
      }),
      http.get('/items/:id', ({ params }) => items.has(params.id) ? HttpResponse.json(items.get(params.id)) : HttpResponse.json({ code: 'not-found' }, { status: 404 })),
    ];
  },
});
`;

const exchanges = `
import { defineExchanges } from 'groundwork-e2e/mocks';
export default defineExchanges(async ({ send }) => {
  const { body } = await send({ method: 'POST', path: '/items', body: { name: 'Aspirin' }, vague: ['token'] });
  await send({ path: '/items/' + body.id, vague: ['token'] });
  await send({ path: '/items/none' });
});
`;

const stock: ServiceInput = {
  launch: {
    process: { command: [process.execPath, 'services/stock.mjs'] },
    mock: { module: 'mocks/stock.ts', contract: 'mocks/stock.json', exchanges: 'mocks/exchanges.ts' },
  },
};

function projectOf(makeProject: MakeProject): MiniProject {
  return makeProject({
    ...filesOf({ services: { stock }, specs: {} }),
    'services/stock.mjs': real,
    'mocks/stock.ts': mock,
    'mocks/stock.json': JSON.stringify(contract),
    'mocks/exchanges.ts': exchanges,
  });
}

/** Lets the mock drift at these places. */
function drift(project: MiniProject, changes: readonly (readonly [string, string])[]): void {
  for (const [from] of changes) expect(mock).toContain(from);
  project.write('mocks/stock.ts', changes.reduce((text, [from, to]) => text.replace(from, to), mock));
}

test('a mock holds to what the real service answered, once that is recorded', async ({ makeProject }) => {
  const project = projectOf(makeProject);
  const before = await project.groundwork(['mocks', 'verify']);
  expect(before.output).toContain('nothing of the real service is recorded in');
  expect(before.code).toBe(1);
  const recorded = await project.groundwork(['mocks', 'record', 'stock']);
  expect(recorded.code, recorded.output).toBe(0);
  expect(project.read('mocks/exchanges.jsonl').trim().split('\n')).toHaveLength(3);
  const holds = await project.groundwork(['mocks', 'verify']);
  expect(holds.output).toContain('stock  holds');
  expect(holds.code).toBe(0);
});

test('every kind of drift is told: handlers, answers, shapes', async ({ makeProject }) => {
  const project = projectOf(makeProject);
  const added = { id: '7a3d9c52-2c1e-4a0b-9f0e-1f1f6a0d8c11', at: '2026-01-01T10:00:00.000Z', count: 0, token: 'x', name: 'Aspirin' };
  const lines = [
    { ask: 'POST /items', status: 201, type: 'application/json', body: added, vague: ['token'] },
    { ask: 'GET /items/{id}', status: 200, type: 'application/json', body: added, vague: ['token'] },
    { ask: 'GET /items/{id}', status: 404, type: 'application/json', body: { code: 'not-found' } },
  ];
  project.write('mocks/exchanges.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  drift(project, [
    [`notMocked: ['GET /report'],`, ''],
    ['return [', `return [ http.get('/item/:id', () => HttpResponse.json({})),`],
    ['count: 0', 'count: 5'],
    ['id: randomUUID()', `id: 'item-' + items.size`],
    ['{ status: 404 }', '{ status: 410 }'],
  ]);
  const { code, output } = await project.groundwork(['mocks', 'verify']);
  expect(code).toBe(1);
  expect(output).toContain('GET /report: has no handler. Write one, or name it in notMocked.');
  expect(output).toContain('GET /item/{id}: is handled, but is no operation of the contract.');
  expect(output).toContain('exchange 1, POST /items: body.count: the service answered 0, the mock 5');
  expect(output).toContain('exchange 1, POST /items: body.id: must match format "uuid"');
  expect(output).toContain('exchange 2, GET /items/{id}: body.count: the service answered 0, the mock 5');
  expect(output).toContain('exchange 3, GET /items/{id}: status: the service answered 404, the mock 410');
  expect(output).toContain('exchange 3, GET /items/{id}: status: the contract has no answer 410');
});

test('what is no mock of the manifest is told as a wrong use', async ({ makeProject }) => {
  const project = projectOf(makeProject);
  const unknown = await project.groundwork(['mocks', 'verify', 'shop']);
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.output).toContain('There is no mock of "shop" in the manifest; there are: stock.');
});
