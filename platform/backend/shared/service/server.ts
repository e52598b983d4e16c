import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { getRequestListener } from '@hono/node-server';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

type FetchHandler = Parameters<typeof getRequestListener>[0];

const STOP_LIMIT_MS = 3_000;

/** Starts listening; resolves with the server and its real port. */
export async function listen(fetch: FetchHandler, { host, port }: Address) {
  const listener = getRequestListener(fetch);
  const server = createServer((request, response) => void listener(request, response));
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

/** Stops accepting and lets running requests finish, up to a limit. */
export async function stopServer(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const limit = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(limit);
}
