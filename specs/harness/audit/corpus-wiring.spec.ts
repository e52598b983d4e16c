import { expect, test } from '@playwright/test';
import { inShort } from './support/run-audit';
import { auditLive, server } from './support/live';

/** A gateway that sends requests on to two services; `proxy` is the body of its handler. */
function gateway({ first = '', target = 'target', path = 'request.url', body = 'request' } = {}): string {
  const proxy = `
  response.setHeader('access-control-allow-origin', process.env.ORIGIN);
  response.setHeader('access-control-allow-headers', 'authorization,content-type');
  if (request.method === 'OPTIONS') return response.end();
  ${first}
  const target = request.url.startsWith('/api/users') ? process.env.USERS_URL : request.url.startsWith('/api/orders') ? process.env.ORDERS_URL : undefined;
  if (!request.url.startsWith('/health')) {
    if (!target) { response.statusCode = 404; return response.end(); }
    const onward = http.request(${target} + ${path}, { method: request.method, headers: { ...request.headers, traceparent: request.headers.traceparent || '' } }, (answer) => { response.writeHead(answer.statusCode, answer.headers); answer.pipe(response); });
    onward.on('error', () => { response.statusCode = 502; response.end(); });
    return ${body}.pipe(onward);
  }`;
  return server('gateway', { handle: proxy });
}

const users = server('users', { handle: "if (request.url === '/api/users') return response.end('[]');" });
const env = { USERS_URL: '{{users.url}}', ORDERS_URL: '{{orders.url}}', ORIGIN: '{{web.url}}' };
const services = (more: object = {}) => ({ users: { routes: ['/api/users/**'] }, orders: { routes: ['/api/orders/**'] }, gateway: { env: { ...env, ...more } } });

const cases: Readonly<Record<string, { readonly gateway: string; readonly env?: object; readonly defects: readonly string[] }>> = {
  'a sound gateway': { gateway: gateway(), defects: [] },
  'a route that the gateway does not know': {
    gateway: gateway().replace("request.url.startsWith('/api/orders')", "request.url.startsWith('/api/order-list')"),
    defects: ['error route-missing services/gateway/index.js:1'],
  },
  'a route that leads to another service': {
    gateway: gateway(),
    env: { ORDERS_URL: '{{users.url}}' },
    defects: ['error route-owner services/gateway/index.js:9'],
  },
  'a prefix that is stripped': {
    gateway: gateway({ path: "request.url.replace('/api/users', '/users')" }),
    defects: ['error route-missing services/gateway/index.js:9'],
  },
  'a POST that hangs behind a body parser': {
    gateway: gateway({ first: "if (request.method === 'POST' && request.url.startsWith('/api/users')) { request.resume(); return request.on('end', () => http.request(process.env.USERS_URL + request.url, { method: 'POST', headers: request.headers }, (answer) => answer.pipe(response)).flushHeaders()); }" }),
    defects: ['error post-hangs services/gateway/index.js:8'],
  },
  "CORS without the app's origin": {
    gateway: gateway(),
    env: { ORIGIN: 'http://localhost:5173' },
    defects: ['error cors-origin services/gateway/index.js:1'],
  },
  'a rate limit that tests run into': {
    gateway: gateway({ first: 'globalThis.sent = (globalThis.sent || 0) + 1; if (globalThis.sent > 60) { response.statusCode = 429; return response.end(); }' }),
    defects: ['error rate-limited services/gateway/index.js:1'],
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(title, async () => {
    const code = { users, orders: server('orders'), web: server('web'), gateway: one.gateway };
    const { defects } = await auditLive({ code, platform: { api: 'gateway', app: 'web' }, services: services(one.env) });
    expect(defects.filter(({ severity }) => severity !== 'note').map(inShort)).toEqual(one.defects);
  });
}
