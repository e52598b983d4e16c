import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, startTime } from './process-identity';

/** Takes a lock for this process; one whose holder has gone counts as free. */
export function takeLock(file: string): boolean {
  const content = `${process.pid} ${startTime(process.pid) ?? ''}`;
  for (const attempt of ['first', 'after a stale lock'] as const) {
    try {
      writeFileSync(file, content, { flag: 'wx' });
      return true;
    } catch {
      if (attempt === 'first' && isStaleLock(file)) rmSync(file, { force: true });
    }
  }
  return false;
}

// How often (ms) is looked whether a lock is free.
const LOOK_EVERY = 20;

/**
 * Does work while nobody else on this machine does any under the same lock; waits until it is free.
 *
 * @example await holdingLock(`${file}.lock`, () => write(file))
 */
export async function holdingLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!takeLock(file)) await sleep(LOOK_EVERY);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether the process that holds a lock has gone. */
export function isStaleLock(file: string): boolean {
  try {
    const [pid = '', startedAt = ''] = readFileSync(file, 'utf8').split(' ');
    return !isSameProcess(Number(pid), startedAt);
  } catch {
    return true;
  }
}
