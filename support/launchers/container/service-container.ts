import type { Container } from 'dockerode';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { TestContainer } from 'testcontainers';
import type { ContainerLaunchPlan } from '../../stack/stack-plan';
import type { Engine } from './engine';

/** What one container is made of. */
export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly launch: ContainerLaunchPlan;
  readonly env: Readonly<Record<string, string>>;
  readonly labels: Record<string, string>;
  readonly network: string;
  /** The port of this machine that leads to the container's own. */
  readonly port: number;
  readonly logFile: string;
}

/**
 * Starts a container; resolves with it as soon as it was started. `onCreated` is told of it before, so
 * that not a line of its output and no early end is missed.
 */
export async function startContainer(
  spec: ContainerSpec,
  engine: Engine,
  onCreated: (container: Container) => void,
): Promise<void> {
  const container = await baseOf(spec);
  container
    .withName(spec.name)
    .withNetworkMode(spec.network)
    .withExposedPorts({ container: spec.launch.port, host: spec.port })
    .withEnvironment({ ...spec.env })
    .withLabels(spec.labels)
    // Readiness is judged in the same way as that of every other service.
    .withWaitStrategy(NO_WAIT);
  if (spec.launch.command) container.withCommand([...spec.launch.command]);
  // The class offers this step to classes made of it only.
  Object.assign(container, {
    containerCreated: async (id: string) => {
      const created = engine.container.getById(id);
      await keepOutput(created, spec.logFile);
      onCreated(created);
    },
  });
  await container.start();
}

async function baseOf({ image, launch }: ContainerSpec) {
  if (!launch.postgres) {
    const { GenericContainer } = await import('testcontainers');
    return new GenericContainer(image);
  }
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const { user, password, databases } = launch.postgres;
  const [first = 'postgres', ...others] = databases;
  const content = others.map((name) => `CREATE DATABASE "${name}";\n`).join('');
  const server = new PostgreSqlContainer(image).withUsername(user).withPassword(password).withDatabase(first);
  // Data that is thrown away needs no disk; the server makes its own folder, whatever its user's number.
  server.withTmpFs({ '/var/lib/groundwork': 'rw,mode=1777' }).withEnvironment({ PGDATA: '/var/lib/groundwork/data' });
  server.withCommand(['postgres', '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200']);
  if (content) server.withCopyContentToContainer([{ content, target: '/docker-entrypoint-initdb.d/groundwork.sql', mode: 0o644 }]);
  return server;
}

async function keepOutput(container: Container, logFile: string): Promise<void> {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const stream = await container.attach({ stream: true, stdout: true, stderr: true });
  const file = createWriteStream(logFile, { flags: 'a' });
  container.modem.demuxStream(stream, file, file);
  stream.once('end', () => file.end());
  // The engine may go while a container runs.
  stream.on('error', () => file.end());
}

const NO_WAIT: Parameters<TestContainer['withWaitStrategy']>[0] = {
  waitUntilReady: () => Promise.resolve(),
  withStartupTimeout: () => NO_WAIT,
  isStartupTimeoutSet: () => true,
  getStartupTimeout: () => 0,
};
