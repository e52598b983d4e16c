import type { ChildProcess } from 'node:child_process';
import { accountForServer, becomeAccount } from './account';
import { installBinaries, locateBinaries } from './binaries';
import { openCache } from './cache';
import { makeDataFolder, removeDataFolder } from './data-folder';
import { reapAfterThisProcess, reapStaleFolders } from './reaper';
import { readRequest } from './request';
import type { PostgresRequest } from './request';
import { startServer, stopServer } from './server';
import { templateCluster } from './template';

interface Prepared {
  readonly binaries: string;
  readonly folder: string;
}

/** Everything up to the server itself. Root is given up as soon as the programs are in the cache. */
function prepare(request: PostgresRequest): Prepared {
  process.umask(0o022);
  const account = accountForServer();
  const found = locateBinaries();
  const cache = openCache(request.cache, account);
  const binaries = installBinaries(found, cache.binaries);
  if (account !== undefined) {
    becomeAccount(account);
  }
  const tools = { binaries, version: found.version, templates: cache.templates };
  return { binaries, folder: makeDataFolder(templateCluster(tools, request)) };
}

function serve(request: PostgresRequest): void {
  let isStopping = false;
  let server: ChildProcess | undefined = undefined;
  const stop = (): void => {
    isStopping = true;
    stopServer(server);
  };
  // Before the preparation: a signal that comes during it is answered as soon as the server is there.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const { binaries, folder } = prepare(request);
  server = startServer(binaries, request, folder);
  const reaper = reapAfterThisProcess(folder);
  server.on('error', (cause) => {
    removeDataFolder(folder);
    fail(new Error(`PostgreSQL could not be started from ${binaries}.`, { cause }));
  });
  server.on('exit', (code, signal) => {
    removeDataFolder(folder);
    reaper?.stdin?.end();
    if (!isStopping) {
      console.error(`PostgreSQL on port ${request.port} ended by itself: ${code ?? signal}.`);
    }
    process.exit(isStopping ? 0 : code || 1);
  });
  reapStaleFolders();
}

function fail(error: unknown): never {
  const lines: string[] = [];
  for (let at = error; at !== undefined; at = at instanceof Error ? at.cause : undefined) {
    lines.push(at instanceof Error ? at.message : String(at));
  }
  console.error(lines.join('\nBecause: '));
  process.exit(1);
}

try {
  serve(readRequest(process.env));
} catch (error) {
  fail(error);
}
