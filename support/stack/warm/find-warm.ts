import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isSameProcess } from '../process-identity';
import { readStateFile } from '../run-registry';
import { runtimeFolder } from '../runtime-folder';
import type { ServicePlan, WarmMark } from '../stack-plan';
import type { KeeperAccess, StackState } from '../stack-state';

/** A warm stack that runs now. */
export interface WarmStack {
  readonly stateFile: string;
  readonly keeper: KeeperAccess;
  readonly stack: StackState;
  readonly mark: WarmMark;
}

/** The warm stack of a checkout (the folder of its manifest); `undefined` when none runs. */
export function findWarm(root: string): WarmStack | undefined {
  const folder = runtimeFolder('runs');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const file of files.map((name) => path.join(folder, name))) {
    const { keeper, stack, warm } = tryRead(file) ?? {};
    if (!keeper || !stack || !warm || stack.root !== root) continue;
    if (isSameProcess(keeper.pid, keeper.startedAt)) return { stateFile: file, keeper, stack, mark: warm };
  }
  return undefined;
}

/** A service that is started anew in a warm stack goes on in the log that it had. */
export function inLogOf({ stack }: WarmStack): (service: ServicePlan) => ServicePlan {
  return (service) => ({ ...service, logFile: stack.services[service.name]?.logFile ?? service.logFile });
}

function tryRead(file: string) {
  try {
    return readStateFile(file);
  } catch {
    return undefined; // being written, or swept
  }
}
