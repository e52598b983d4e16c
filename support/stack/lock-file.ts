import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Whether the process that holds a lock has gone. */
export function isStaleLock(file: string): boolean {
  try {
    const [pid = '', startedAt = ''] = readFileSync(file, 'utf8').split(' ');
    return !isSameProcess(Number(pid), startedAt);
  } catch {
    return true;
  }
}
