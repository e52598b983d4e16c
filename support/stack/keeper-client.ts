import http from 'node:http';
import { describeError } from '../errors/describe-error';
import { field } from '../data/field';
import type { ReplaceRequest } from './keeper-requests';
import { readStateFile } from './run-registry';
import type { Halted, KeeperAccess, StackState } from './stack-state';

const PATIENCE_MS = 2_000;

/** What the keeper says of its stack. */
export type KeeperState = StackState & {
  /** How many runs stand on the warm stack now. */
  readonly runs: number;
};

/** A run's hold on a warm stack. */
export interface Attachment {
  readonly stateFile: string;
  /** Lets go: the run's files in the keeper's care are removed. */
  detach(): void;
}

/**
 * Asks the keeper of a run's state file what is known of the services now.
 *
 * @throws Error when the keeper does not answer: the stack is gone.
 */
export async function askKeeper(stateFile: string): Promise<KeeperState> {
  const { keeper, stack } = readStateFile(stateFile);
  // On a warm stack the run has a name and a folder of its own.
  return { ...(await askState(keeper)), runId: stack.runId, logs: stack.logs };
}

/** As `askKeeper`, of a keeper whose address is known. */
export async function askState(keeper: KeeperAccess): Promise<KeeperState> {
  const body = await ask(keeper, 'GET /state', { patienceMs: PATIENCE_MS });
  return body as KeeperState; // of the keeper of this same package
}

/** Lets a keeper start services of its warm stack anew; resolves when they are ready or given up. */
export async function replaceServices(keeper: KeeperAccess, request: ReplaceRequest): Promise<void> {
  await ask(keeper, 'POST /replace', { body: request });
}

/** Stops a stack; resolves when its services have ended. */
export async function stopStack(keeper: KeeperAccess): Promise<void> {
  await ask(keeper, 'POST /stop');
}

/** Stops one service of a stack, and tells how it ended. */
export async function haltService(stateFile: string, service: string): Promise<Halted> {
  const body = await ask(readStateFile(stateFile).keeper, 'POST /halt', { body: { service } });
  return body as Halted; // of the keeper of this same package
}

/** Starts a service again that was stopped; resolves when it is ready or given up. */
export async function launchService(stateFile: string, service: string): Promise<void> {
  await ask(readStateFile(stateFile).keeper, 'POST /launch', { body: { service } });
}

/**
 * Makes a run stand on a warm stack, until it lets go or this process ends.
 *
 * @throws Error when the keeper does not answer.
 */
export function attachToStack(
  keeper: KeeperAccess,
  run: { readonly runId: string; readonly logs: string },
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(gone(keeper, cause));
    const request = http.request(`${keeper.url}/runs`, { method: 'POST', headers: headersFor(keeper) });
    request.once('error', fail);
    request.once('response', (response) => {
      // Letting go, from either side, ends the answer in the middle.
      response.on('error', () => undefined);
      // One short line, written at once.
      response.setEncoding('utf8').once('data', (line: string) => {
        request.off('error', fail).on('error', () => undefined);
        // The hold must not keep this process alive.
        response.socket.unref();
        const stateFile = field(JSON.parse(line), 'stateFile');
        if (typeof stateFile === 'string') resolve({ stateFile, detach: () => request.destroy() });
        else fail(new Error(`answered ${response.statusCode}: ${line}`));
      });
    });
    request.end(JSON.stringify(run));
  });
}

async function ask(
  keeper: KeeperAccess,
  request: `GET /state` | `POST /${'replace' | 'stop' | 'halt' | 'launch'}`,
  { body, patienceMs }: { readonly body?: unknown; readonly patienceMs?: number } = {},
): Promise<unknown> {
  const [method, path] = request.split(' ');
  try {
    const answer = await fetch(`${keeper.url}${path}`, {
      method,
      headers: headersFor(keeper),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: patienceMs === undefined ? undefined : AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  } catch (cause) {
    throw gone(keeper, cause);
  }
}

function headersFor({ secret }: KeeperAccess): Record<string, string> {
  return { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
}

function gone({ url }: KeeperAccess, cause: unknown): Error {
  return new Error(`The stack's keeper at ${url} does not answer: ${describeError(cause)}`, { cause });
}
