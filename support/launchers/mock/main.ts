import { readFileSync } from 'node:fs';
import http from 'node:http';
import { describeError } from '../../errors/describe-error';
import { field } from '../../data/field';
import type { Mock } from '../../mocks/define-mock';
import { bundleMock } from './bundle';
import { mockLog } from './log';
import { serveRequest } from './serve';
import type { StandInSetting } from './stand-in';

const STOP_LIMIT_MS = 3_000;

/** Stands on a mocked service's port until it is told to stop. */
async function standIn({ service, root, module, contract, ready }: StandInSetting): Promise<void> {
  const { PORT = '0', HOST = '127.0.0.1' } = process.env;
  const log = mockLog(service, (line) => process.stdout.write(line));
  const { file, fingerprint } = bundleMock(module, root);
  const mock = load(file, module);
  const document: unknown = JSON.parse(readFileSync(contract, 'utf8'));
  const version = String(field(field(document, 'info'), 'version') ?? 'unknown');
  const who = { service, ...(ready.identity || {}), version, build: fingerprint, mock: true };
  const own = {
    '/health/live': () => ({ status: 'live', ...who }),
    '/health/ready': () => ({ status: 'ready', ...who, parts: {} }),
    [ready.path]: () => ({ status: 'ready', ...who, parts: {} }),
    '/openapi.json': () => document,
  };
  const open = mock.open({ env: process.env, log, fetch });
  const served = { service, mock: open, own, log };
  const server = http.createServer((request, response) => void serveRequest(served, request, response));
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(Number(PORT), HOST, resolve));
  stopOnSignal(server);
  log.info({ port: Number(PORT), host: HOST, version, build: fingerprint, handlers: open.handlers.length }, 'listening');
}

function load(file: string, module: string): Mock {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- its path is known only now
  const found = field(require(file), 'default');
  if (typeof field(found, 'open') === 'function') return found as Mock;
  throw new Error(`${module} exports no mock: write "export default defineMock<paths>({ … })".`);
}

function stopOnSignal(server: http.Server): void {
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Streams last as long as their reader likes.
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

// The keeper is of the same version of this package: the argument is its `StandInSetting`.
standIn(JSON.parse(process.argv[2] ?? '{}') as StandInSetting).catch((error: unknown) => {
  process.stderr.write(`${describeError(error)}\n`);
  process.exit(1);
});
