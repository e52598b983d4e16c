import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { stateFilePath } from './run-registry';

const KEPT_RUNS = 5;

/**
 * Makes the folder for a run's service logs and removes those of old runs, but for the newest few:
 * two runs of one checkout must not write into each other's logs. Those of a stack that is up stay,
 * however old: a warm one writes into them for days.
 */
export function prepareLogs(logs: string, runId: string): string {
  const folder = path.join(logs, runId);
  mkdirSync(folder, { recursive: true });
  const old = readdirSync(logs)
    .filter((name) => !existsSync(stateFilePath(name)))
    .map((name) => path.join(logs, name))
    .map((run) => ({ run, time: statSync(run).mtimeMs }))
    .sort((one, other) => other.time - one.time)
    .slice(KEPT_RUNS);
  for (const { run } of old) rmSync(run, { recursive: true, force: true });
  return folder;
}
