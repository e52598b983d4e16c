import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';

/** Whether a process of that number runs now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When the process started, in the system's own notation; `undefined` when it is gone.
 *
 * A pid alone is no identity: the system gives it to somebody else later.
 */
export function startTime(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return afterName(pid)[19];
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Whether the process that was recorded with `pid` and `startedAt` still runs. */
export function isSameProcess(pid: number, startedAt: string): boolean {
  return isAlive(pid) && (startedAt === '' || startTime(pid) === startedAt);
}

/**
 * Where a process number means the same process as here: on this machine, and within the container that
 * numbers its processes for itself.
 */
export function processSpace(): string {
  if (process.platform !== 'linux') return os.hostname();
  return `${os.hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return afterName(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

/** The fields of /proc/<pid>/stat from the third on: the name before may hold blanks. */
function afterName(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
