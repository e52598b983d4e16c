import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { programIn } from './binaries';
import type { PostgresRequest } from './request';

const forcedAfterMs = 5_000;

/** For data that nobody needs after the run: durability is off, and everything is small. */
const testSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '200',
  // Files in the data folder go with it; POSIX segments would stay in /dev/shm after a kill.
  dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
  io_method: 'sync',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  checkpoint_timeout: '1h',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
  jit: 'off',
};

/** The server's command line; a request's own settings come last and win. */
export function serverArguments(request: PostgresRequest, folder: string): readonly string[] {
  const settings = {
    ...testSettings,
    ...request.settings,
    port: String(request.port),
    listen_addresses: request.host,
    unix_socket_directories: '',
  };
  return [
    '-D',
    folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Starts the server in this process's group, so that whoever kills the group reaches it. */
export function startServer(
  binaries: string,
  request: PostgresRequest,
  folder: string,
): ChildProcess {
  return spawn(programIn(binaries, 'postgres'), serverArguments(request, folder), {
    stdio: ['ignore', 1, 1],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
}

/** Fast shutdown: open connections are ended. If that takes too long, it is forced. */
export function stopServer(server: ChildProcess | undefined): void {
  server?.kill('SIGINT');
  setTimeout(() => server?.kill('SIGQUIT'), forcedAfterMs).unref();
}
