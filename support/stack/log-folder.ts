import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { stateFilePath } from './run-registry';

const KEPT_RUNS = 5;

/**
 * Removes the service logs of old runs, but for the newest few. Those of a stack that is up stay,
 * however old: a warm one writes into them for days.
 *
 * @returns the folder for a run of this name, which whoever writes into it first makes: two runs of one
 * checkout must not write into each other's logs.
 */
export function prepareLogs(logs: string, runId: string): string {
  const found = existsSync(logs) ? readdirSync(logs) : [];
  const old = found
    .filter((name) => !existsSync(stateFilePath(name)))
    .map((name) => path.join(logs, name))
    .map((run) => ({ run, time: statSync(run).mtimeMs }))
    .sort((one, other) => other.time - one.time)
    .slice(KEPT_RUNS);
  for (const { run } of old) rmSync(run, { recursive: true, force: true });
  return path.join(logs, runId);
}
