import { readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isStaleLock, takeLock } from './lock-file';
import { runtimeFolder } from './runtime-folder';

// Below the range from which systems hand out ports for outgoing connections (Linux: from 32768):
// a port from that range, once asked for and closed, is soon given to somebody else.
const FIRST = 20_000;
const LAST = 31_999;

/** A port that no other run of Groundwork on this machine takes while it is held. */
export interface ReservedPort {
  readonly port: number;
  release(): void;
}

/**
 * Reserves a free loopback port for a service that is started soon.
 *
 * All ports are known before the first service starts, so that services may point at each other in
 * circles (the app at the gateway, the gateway's CORS at the app).
 *
 * @throws Error when none of the range is free.
 */
export async function reservePort(): Promise<ReservedPort> {
  const size = LAST - FIRST + 1;
  const start = Math.floor(Math.random() * size);
  for (let step = 0; step < size; step += 1) {
    const port = FIRST + ((start + step) % size);
    const lock = path.join(runtimeFolder('ports'), String(port));
    if (!takeLock(lock)) continue;
    if (await isFree(port)) return { port, release: () => rmSync(lock, { force: true }) };
    rmSync(lock, { force: true });
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}: stop programs that listen there.`);
}

/** Whether nobody listens on that loopback port. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Removes the locks of keepers that were killed before they could release their ports. */
export function removeStaleLocks(): void {
  const folder = runtimeFolder('ports');
  const locks = readdirSync(folder).map((name) => path.join(folder, name));
  for (const lock of locks.filter(isStaleLock)) rmSync(lock, { force: true });
}
