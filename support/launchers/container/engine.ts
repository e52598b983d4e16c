import { existsSync } from 'node:fs';
import { describeError } from '../../errors/describe-error';
import type { ContainerRuntimeClient } from 'testcontainers';

export type Engine = ContainerRuntimeClient;

const SOCKET = '/var/run/docker.sock';
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Connects to the container engine of this machine, or to that of `DOCKER_HOST`.
 *
 * @throws Error that says what was tried, and what it answered; or that the engine is not on this machine.
 */
export async function connectEngine(): Promise<Engine> {
  const elsewhere = engineElsewhere(process.env.DOCKER_HOST);
  if (elsewhere !== undefined) {
    throw new Error(
      `The container engine of DOCKER_HOST is on another machine (${elsewhere}), and containers are published on loopback only, ` +
        `where this machine does not reach them. Run the tests there, or attach to what runs there (GROUNDWORK_LAUNCHER=attached).`,
    );
  }
  // Loaded here: it takes half a second, and most stacks have no container.
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().catch(async (cause: unknown) => {
    throw new Error(`No container engine answers. Tried ${await whatWasTried()}. Start Docker or Podman, or set DOCKER_HOST.`, { cause });
  });
}

/**
 * The host of an engine that is not on this machine; nothing for one that is.
 *
 * @example engineElsewhere('tcp://docker:2375') // 'docker'
 */
export function engineElsewhere(dockerHost: string | undefined): string | undefined {
  if (!dockerHost || !URL.canParse(dockerHost)) return undefined;
  const { hostname } = new URL(dockerHost);
  return hostname === '' || LOOPBACK.test(hostname) ? undefined : hostname;
}

/**
 * Starts Testcontainers' own watchdog. Where its image cannot be had, the keeper's lease, labels and
 * the sweep at the next start do its work.
 */
export async function startReaper(engine: Engine): Promise<void> {
  if (process.env.TESTCONTAINERS_RYUK_DISABLED !== undefined) return;
  const { getReaper } = await import('testcontainers');
  await getReaper(engine).catch(() => (process.env.TESTCONTAINERS_RYUK_DISABLED = 'true'));
}

async function whatWasTried(): Promise<string> {
  const { DOCKER_HOST } = process.env;
  const socket = existsSync(SOCKET) ? await answerOf(SOCKET) : 'there is none';
  return `DOCKER_HOST (${DOCKER_HOST ? `${DOCKER_HOST}: does not answer` : 'not set'}), the socket ${SOCKET} (${socket})`;
}

async function answerOf(socketPath: string): Promise<string> {
  const { get } = await import('node:http');
  return new Promise((resolve) => {
    const request = get({ socketPath, path: '/_ping', timeout: 2_000 }, (answer) => {
      answer.resume();
      resolve(`answers ${answer.statusCode}`);
    });
    request.once('timeout', () => request.destroy(new Error('no answer within 2 s')));
    request.once('error', (error) => resolve(describeError(error)));
  });
}
