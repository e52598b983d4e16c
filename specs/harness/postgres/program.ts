import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import type { PostgresLaunch } from '../../../support/launchers/postgres';

/** A started program and what it has printed until now. */
export interface StartedProgram {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
  output(): string;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port.');
  }
  return address.port;
}

/** Lets Node run the program's sources, whatever folder and tsconfig.json a spec runs with. */
const sourceLoader = {
  args: ['-r', require.resolve('ts-node/register/transpile-only')],
  env: {
    TS_NODE_SKIP_PROJECT: 'true',
    TS_NODE_COMPILER_OPTIONS: JSON.stringify({
      module: 'node20',
      moduleResolution: 'node16',
      target: 'es2023',
      rootDir: '/',
    }),
  },
} as const;

/** Starts what a manifest's process launch would start, from sources. */
export async function start(launch: PostgresLaunch): Promise<StartedProgram> {
  const port = await freePort();
  const [program, ...args] = launch.command;
  const child = spawn(program, [...sourceLoader.args, ...args], {
    env: { ...process.env, ...launch.env, ...sourceLoader.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const collect = (chunk: Buffer): void => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  if (child.pid === undefined) {
    throw new Error(`${program} could not be started.`);
  }
  return { child, pid: child.pid, port, output: () => text };
}

/** The data folders of a program that are still there. */
export function foldersOf(program: StartedProgram): readonly string[] {
  const places = process.platform === 'linux' ? ['/dev/shm', os.tmpdir()] : [os.tmpdir()];
  const names = places.flatMap((place) => readdirSync(place));
  return names.filter((name) => name.startsWith(`groundwork-postgres-${program.pid}-`));
}
