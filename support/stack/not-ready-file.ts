import { readFileSync, rmSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { Readiness } from '../readiness/readiness';

/** The services that are not ready now, by name. */
export type NotReady = Readonly<Record<string, Readiness>>;

/**
 * The file that is there while a service of a settled stack is not ready.
 *
 * Workers look at it between and during tests: a file costs microseconds, a question to the keeper
 * milliseconds, and a message to every worker a connection.
 */
export function notReadyFile(stateFile: string): string {
  return `${stateFile}.not-ready`;
}

/** Writes the file, or removes it when every service is ready. */
export function writeNotReady(stateFile: string, services: NotReady): void {
  const file = notReadyFile(stateFile);
  if (Object.keys(services).length === 0) return rmSync(file, { force: true });
  writeFileAtomic.sync(file, JSON.stringify(services), { mode: 0o600, fsync: false });
}

/** The services that are not ready now; none when there is no file. */
export function readNotReady(stateFile: string): NotReady {
  try {
    return JSON.parse(readFileSync(notReadyFile(stateFile), 'utf8')) as NotReady; // written above
  } catch {
    return {};
  }
}
