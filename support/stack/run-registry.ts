import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { killGroup } from '../launchers/process/kill-group';
import { SecretStore } from '../secrets/secret-store';
import { removeStaleLocks } from './ports';
import { isAlive, isSameProcess } from './process-identity';
import { runtimeFolder } from './runtime-folder';
import type { StackState, StateFile } from './stack-state';

/** Writes a run's state file (0600) and returns its path. */
export function writeStateFile(state: StateFile): string {
  const file = stateFilePath(state.stack.runId);
  writeFileAtomic.sync(file, JSON.stringify(state, undefined, 1), { mode: 0o600, fsync: false });
  return file;
}

/** Removes a run's state file, and its secrets with it; nothing happens when there is none. */
export function removeStateFile(runId: string): void {
  remove(stateFilePath(runId));
}

function remove(file: string): void {
  // The owner may have been killed before it could remove the secrets itself.
  new SecretStore(file).remove();
  // And what stands beside it: the services that are not ready, the sign-ins that have failed, locks.
  const [folder, name] = [path.dirname(file), path.basename(file)];
  const beside = readdirSync(folder).filter((one) => one === name || one.startsWith(`${name}.`));
  for (const one of beside) rmSync(path.join(folder, one), { force: true });
}

/**
 * Reads a state file.
 *
 * @throws Error that names the file when it is missing or not whole.
 */
export function readStateFile(file: string): StateFile {
  try {
    // Written by this package; a foreign file under this name fails at its first use.
    return JSON.parse(readFileSync(file, 'utf8')) as StateFile;
  } catch (error) {
    throw new Error(`The stack's state file ${file} cannot be read: is the stack still running?`, {
      cause: error,
    });
  }
}

/**
 * Ends what runs have left on this machine whose keeper was killed before it could stop its services:
 * processes, state files, secrets and port locks.
 *
 * @returns the stacks that were swept; their containers are not (see `sweep`).
 */
export function sweepDeadRuns(): readonly StackState[] {
  removeStaleLocks();
  const folder = runtimeFolder('runs');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => sweepRun(path.join(folder, name)));
}

function sweepRun(file: string): readonly StackState[] {
  let state: StateFile;
  try {
    state = readStateFile(file);
  } catch {
    remove(file);
    return [];
  }
  if (isSameProcess(state.keeper.pid, state.keeper.startedAt)) return [];
  for (const { pid } of Object.values(state.stack.services)) {
    if (pid !== undefined && belongsTo(pid, state.stack.runId)) killGroup(pid, 'SIGKILL');
  }
  remove(file);
  return [state.stack];
}

/** Whether the process carries the run's id: its number may belong to somebody else by now. */
function belongsTo(pid: number, runId: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`GROUNDWORK_RUN_ID=${runId}\0`);
  } catch {
    return false;
  }
}

/** Where the state file of a run is, or would be. */
export function stateFilePath(runId: string): string {
  return path.join(runtimeFolder('runs'), `${runId}.json`);
}
