import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

type FetchHandler = Parameters<typeof getRequestListener>[0];

const STOP_LIMIT_MS = 3_000;
const eventStreams = new WeakMap<Server, Set<ServerResponse>>();

function trackEventStreams(server: Server): void {
  const open = new Set<ServerResponse>();
  eventStreams.set(server, open);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.headers.accept?.includes('text/event-stream')) return;
    open.add(response);
    response.once('close', () => open.delete(response));
  });
}

/** Starts listening; resolves with the server and its real port. */
export async function listen(fetch: FetchHandler, { host, port }: Address) {
  const listener = getRequestListener(fetch);
  const server = createServer((request, response) => void listener(request, response));
  trackEventStreams(server);
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return { server, port: address.port };
}

/** Stops accepting, ends streams of events and lets other requests finish, up to a limit. */
export async function stopServer(server: Server): Promise<void> {
  // These last as long as their reader likes; it comes again elsewhere.
  for (const response of eventStreams.get(server) ?? []) response.end();
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const limit = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(limit);
}
