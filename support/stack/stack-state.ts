import type { Evidence, Identity, Readiness } from '../readiness/readiness';
import type { LauncherName } from '../launchers/launcher-name';
import type { WarmMark } from './stack-plan';

/** One service of a running stack. */
export interface ServiceState {
  readonly name: string;
  /** `none` where it is left out of a run that is made of mocks. */
  readonly launcher: LauncherName | 'none';
  readonly host: string;
  readonly port: number;
  readonly url: string;
  readonly readiness: Readiness;
  /** Who the service said that it is when it was ready. */
  readonly identity?: Identity;
  readonly logFile: string;
  readonly pid?: number;
}

/** A running set of services; what the keeper answers and what stands in the state file. */
export interface StackState {
  readonly runId: string;
  readonly platform: string;
  readonly root: string;
  /** The folder with the services' logs and what was observed during the run. */
  readonly logs: string;
  readonly services: Readonly<Record<string, ServiceState>>;
}

/** The keeper's address and the secret that it asks for. */
export interface KeeperAccess {
  readonly pid: number;
  /** Tells a reused pid from the keeper's own. */
  readonly startedAt: string;
  readonly url: string;
  readonly secret: string;
}

/** The state file: readable by its owner alone, because it holds the keeper's secret and the stack's. */
export interface StateFile {
  readonly keeper: KeeperAccess;
  /** The values of `{{secret.<name>}}` by name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly stack: StackState;
  /** Of a warm stack's own file; the files of runs that stand on it have none. */
  readonly warm?: WarmMark;
}

/** How a service ended that was asked to stop. */
export interface Halted {
  readonly tookMs: number;
  readonly evidence?: Evidence;
}

/** What the keeper tells its owner, one JSON object a line. */
export type KeeperEvent =
  | { readonly type: 'readiness'; readonly service: string; readonly readiness: Readiness }
  | { readonly type: 'settled'; readonly stateFile: string; readonly stack: StackState }
  | { readonly type: 'failed'; readonly message: string };
