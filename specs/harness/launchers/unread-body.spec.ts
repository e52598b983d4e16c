import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { serveRequest } from '../../../support/launchers/mock/serve';
import { defineMock, HttpResponse } from '../../../support/mocks';

const mock = defineMock<Record<string, never>>({
  service: 'stock',
  create: ({ http: { untyped } }) => [
    untyped.post('/unread', () => HttpResponse.text('too large', { status: 413 })),
    untyped.post('/begun', async ({ request }) => {
      await request.body?.getReader().read();
      return HttpResponse.text('too large', { status: 413 });
    }),
    untyped.get('/items', () => HttpResponse.json([])),
  ],
});

const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

for (const path of ['/unread', '/begun']) {
  test(`a body that a handler left at ${path} does not stand before the next request of its connection`, async () => {
    const open = mock.open({ env: {}, log, fetch });
    const served = { service: 'stock', mock: open, own: {}, log };
    const server = http.createServer((request, response) => void serveRequest(served, request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (method: string, at: string, body?: Buffer) =>
      new Promise<http.IncomingMessage>((resolve, reject) => {
        const request = http.request({ host: '127.0.0.1', port, agent, method, path: at }, resolve);
        request.once('error', reject).end(body);
      });
    const refused = await ask('POST', path, Buffer.alloc(8 * 1_048_576));
    expect([refused.statusCode, await text(refused)]).toEqual([413, 'too large']);
    const next = await ask('GET', '/items');
    expect([next.statusCode, await text(next)]).toEqual([200, '[]']);
    agent.destroy();
    server.close();
  });
}
