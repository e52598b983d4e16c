import { expect, test } from '@playwright/test';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { probeHttp } from '../../../support/readiness/http-probe';

const identity = { service: 'auth' };

/** Asks a server that is there for this question only. */
async function ask(server: net.Server, timeoutMs = 2_000) {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  const address = `http://127.0.0.1:${port}/health`;
  const result = await probeHttp({ address, identity, timeoutMs });
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  return { address, result };
}

function answering(status: number, body: string): http.Server {
  return http.createServer((_request, response) => {
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
    response.end(body);
  });
}

test('a service that says who it is and answers 200 is ready', async () => {
  const { result } = await ask(answering(200, '{"service":"auth"}'));
  expect(result).toEqual({ kind: 'ready', identity: { service: 'auth' } });
});

test('a redirect is not followed to a page that answers 200', async () => {
  const { result } = await ask(answering(302, ''));
  expect(result).toMatchObject({ evidence: { kind: 'answer', status: 302 } });
});

test('a page that is no JSON is no identity', async () => {
  const { result } = await ask(answering(200, '<h1>Hello</h1>'));
  expect(result).toMatchObject({ evidence: { kind: 'identity', found: 'service nothing' } });
});

test('nothing listens', async () => {
  const { address } = await ask(answering(200, ''));
  const result = await probeHttp({ address, identity, timeoutMs: 2_000 });
  expect(result).toEqual({ kind: 'not-ready', evidence: { kind: 'refused', address } });
});

test('a service that takes the connection and says nothing', async () => {
  const { address, result } = await ask(net.createServer(), 150);
  expect(result).toEqual({ kind: 'not-ready', evidence: { kind: 'timeout', address, afterMs: 150 } });
});

test('a service that begins an answer and never ends it', async () => {
  const server = http.createServer((_request, response) => {
    response.writeHead(200);
    response.write('{"service":');
  });
  const { result } = await ask(server, 150);
  expect(result).toMatchObject({ evidence: { kind: 'timeout', afterMs: 150 } });
});

test('a service that breaks the connection', async () => {
  const { result } = await ask(net.createServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
  expect(result).toMatchObject({ evidence: { kind: 'network', message: expect.stringMatching(/ECONNRESET|other side closed/) } });
});

test('a program that does not speak HTTP', async () => {
  const { result } = await ask(net.createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')));
  expect(result).toMatchObject({ evidence: { kind: 'network' } });
});
