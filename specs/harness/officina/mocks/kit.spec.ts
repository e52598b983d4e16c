import { expect, test } from '@playwright/test';
import { identityTokens } from '@officina/shared/identity/token';
import { notFound } from '@officina/shared/problems/problem';
import { z } from 'zod';
import { bodyOf, formOf, mockKit, queryOf } from '../../../../platform/mocks/kit';

const KEY = 'a-key-that-only-these-specs-know';
const ANY = z.record(z.string(), z.unknown());
const HEADER = 'x-officina-identity';

const user = {
  userId: '11111111-1111-4111-8111-111111111111',
  accountId: '22222222-2222-4222-8222-222222222222',
  sessionId: '33333333-3333-4333-8333-333333333333',
  role: 'assistant',
  name: 'Anna Assistant',
  email: 'anna@officina.example',
  rights: ['inventory'],
  mfaSetupRequired: false,
} as const;

function kit() {
  const failures: unknown[] = [];
  const made = mockKit({ service: 'thing-service', internalKey: KEY, bodyLimit: 10, failed: (error) => failures.push(error) });
  const ask = async (work: (request: Request) => Promise<Response> | Response, init: RequestInit = {}) => {
    const request = new Request('http://thing-service.mock/things', init);
    const handler = made.guarded((info: { request: Request; response: { untyped(given: Response): Response } }) => work(info.request));
    return handler({ request, response: { untyped: (given) => given } });
  };
  return { ...made, ask, failures };
}

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

for (const { query, read } of [
  { query: 'a=1&b=two', read: { a: '1', b: 'two' } },
  { query: 'a=1&a=2&b=', read: { a: ['1', '2'], b: '' } },
  { query: '', read: {} },
]) {
  test(`the query "${query}" is read as Hono reads it`, () => {
    expect(queryOf(new Request(`http://x/y?${query}`), ANY)).toEqual(read);
  });
}

test('a body is read as JSON only where it says that it is JSON, and refused where it says otherwise', async () => {
  const asked = (type: string) => new Request('http://x', { method: 'POST', body: '{"a":1}', headers: { 'content-type': type } });
  expect(await bodyOf(asked('application/json; charset=utf-8'), ANY)).toEqual({ a: 1 });
  expect(await bodyOf(asked('application/merge-patch+json'), ANY)).toEqual({ a: 1 });
  await expect(bodyOf(asked('text/plain'), ANY)).rejects.toThrow('Unsupported Media Type');
  expect(await bodyOf(new Request('http://x', { method: 'POST' }), ANY)).toEqual({});
});

test('a form gives its fields and its file', async () => {
  const body = new FormData();
  body.append('kind', 'label');
  body.append('file', new File(['content'], 'label.pdf'));
  const { kind, file } = await formOf(new Request('http://x', { method: 'POST', body }), ANY);
  expect([kind, file]).toEqual(['label', expect.objectContaining({ name: 'label.pdf', size: 7 })]);
});

test('what a handler throws is answered as by the service', async () => {
  const { ask, failures } = kit();
  const missing = await ask(() => Promise.reject(notFound('thing')));
  expect(missing.headers.get('content-type')).toBe('application/problem+json');
  expect(await missing.json()).toMatchObject({ status: 404, code: 'not-found', service: 'thing-service' });
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const reading = async (request: Request) => Response.json(await bodyOf(request, z.object({ name: z.string() })));
  expect(await codeOf(await ask(reading, { ...json, body: '{"na' }))).toEqual([400, 'bad-request']);
  expect(await codeOf(await ask(reading, { ...json, body: '{}' }))).toEqual([422, 'invalid-input']);
  expect(failures).toEqual([]);
  expect(await codeOf(await ask(() => Promise.reject(new Error('a bug'))))).toEqual([500, 'internal-error']);
  expect(failures).toEqual([new Error('a bug')]);
});

test('who calls is known by the token that the internal key signs', async () => {
  const { ask, callers } = kit();
  const signed = { headers: { [HEADER]: await identityTokens(KEY).forUser({ ...user, rights: ['inventory'] }) } };
  const peer = { headers: { [HEADER]: await identityTokens(KEY).forService('other-service') } };
  const forged = { headers: { [HEADER]: await identityTokens(`${KEY}!`).forService('other-service') } };
  const withRight = async (request: Request) => Response.json(await callers.withRight(request, 'inventory'));
  const withOther = async (request: Request) => Response.json(await callers.withRight(request, 'users'));
  const service = async (request: Request) => Response.json(await callers.service(request));
  expect(await (await ask(withRight, signed)).json()).toEqual(user);
  expect(await (await ask(service, peer)).json()).toBe('other-service');
  expect(await codeOf(await ask(withRight))).toEqual([401, 'not-signed-in']);
  expect(await codeOf(await ask(withOther, signed))).toEqual([403, 'missing-right']);
  expect(await codeOf(await ask(service, signed))).toEqual([403, 'services-only']);
  expect(await codeOf(await ask(() => new Response('anybody'), forged))).toEqual([401, 'identity-invalid']);
});

test('a body above the limit is refused before it is read', async () => {
  const { ask } = kit();
  const headers = { 'content-length': '11' };
  const refused = await ask(() => new Response('taken'), { method: 'POST', body: '12345678901', headers });
  expect(await codeOf(refused)).toEqual([413, 'too-large']);
});

test('answers carry the trace of their request, and the headers of every service', async () => {
  const { ask, nothingElse } = kit();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const { headers } = await ask(() => new Response('ok'), { headers: { traceparent } });
  expect(headers.get('traceparent')).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[\da-f]{16}-01$/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const nothing = await nothingElse({ request: new Request('http://thing-service.mock/nowhere?a=1') });
  expect(await nothing.json()).toMatchObject({ code: 'no-route', detail: 'thing-service has nothing at GET /nowhere.' });
});
