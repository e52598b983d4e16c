import { join } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createApp } from './app';
import { log } from './log';
import { readSettings } from './settings';

const STOP_WITHIN_MS = 3_000;
// Longer than clients keep an idle connection: none is closed while a request is on its way.
const KEEP_ALIVE_MS = 65_000;

function start(): void {
  const settings = readSettings(process.env);
  const app = createApp(join(__dirname, 'app'), settings.apiUrl);
  const server = createAdaptorServer({ fetch: app.fetch });
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('error', fail);
  server.listen(settings.port, settings.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : settings.port;
    log('info', 'listening', { host: settings.host, port, build: __BUILD__ });
  });
  process.once('SIGTERM', () => stop(server, 'SIGTERM'));
  process.once('SIGINT', () => stop(server, 'SIGINT'));
}

function stop(server: ServerType, signal: string): void {
  log('info', 'stopping', { signal });
  server.close(() => process.exit(0));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
}

function fail(error: unknown): void {
  log(
    'fatal',
    `the web server cannot start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}

try {
  start();
} catch (error) {
  fail(error);
}
