import type { ContainerLaunch } from '../manifest/schema';
import type { Dependency } from '../manifest/dependencies';
import type { Fault } from '../faults/parse-faults';
import type { ExpectedIdentity } from '../readiness/judge-answer';

/** How one service is asked whether it is ready. */
export type ReadyPlan =
  | { readonly kind: 'http'; readonly path: string; readonly identity: ExpectedIdentity }
  | {
      readonly kind: 'postgres';
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

/** How the keeper brings a service up. Templates are not filled yet. */
export type LaunchPlan =
  | { readonly kind: 'process'; readonly command: readonly string[]; readonly cwd: string; readonly inputs: readonly string[] }
  | ContainerLaunchPlan
  | MockLaunchPlan
  | { readonly kind: 'attached'; readonly url: string }
  /** No part of a run that is made of mocks; others are told its address, where nobody listens. */
  | { readonly kind: 'none' };

/** How the keeper brings a service up as a container; paths are absolute. */
export interface ContainerLaunchPlan {
  readonly kind: 'container';
  readonly image?: string;
  readonly dockerfile?: NonNullable<ContainerLaunch['dockerfile']>;
  readonly postgres?: ContainerLaunch['postgres'];
  readonly port: number;
  readonly command?: readonly string[];
}

/** How the keeper brings up a stand-in that answers by a mock's handlers; paths are absolute. */
export interface MockLaunchPlan {
  readonly kind: 'mock';
  readonly root: string;
  readonly module: string;
  readonly contract: string;
}

/** One service as the keeper starts it. Templates in `env` are not filled yet. */
export interface ServicePlan {
  readonly name: string;
  readonly launch: LaunchPlan;
  readonly env: Readonly<Record<string, string>>;
  /** 0 = a free port. */
  readonly port: number;
  readonly dependsOn: readonly Dependency[];
  readonly ready: ReadyPlan;
  /** Milliseconds. */
  readonly deadlines: { readonly ready: number; readonly answer: number; readonly stop: number };
  readonly logFile: string;
  /** Not started at all: `GROUNDWORK_WITHOUT`. */
  readonly leftOut: boolean;
  /** What it is made to do: `GROUNDWORK_FAULT`. */
  readonly faults: readonly Fault[];
}

/** What a warm stack is known by, so that a run can tell whether it is the one that it needs. */
export interface WarmMark {
  /** Hash of what is not changed in a running stack: version, services, their ports, launchers and order. */
  readonly shape: string;
  /** Hash of manifest, environment and program of each service. */
  readonly fingerprints: Readonly<Record<string, string>>;
  /** The services of `groundwork up --only`; all, where it is absent. */
  readonly only?: readonly string[];
  /** The variables by which its launchers were chosen: a run that chooses none takes these. */
  readonly choice: Readonly<Record<string, string>>;
}

/** Everything that the keeper must know; plain data, because it crosses a pipe. */
export interface StackPlan {
  readonly runId: string;
  readonly platform: string;
  readonly root: string;
  /** The folder for what the keeper writes during the run. */
  readonly logs: string;
  /** Whether the keeper takes the services' spans. */
  readonly traces: boolean;
  /** Makes it a warm stack, which outlives whoever started it. */
  readonly warm?: WarmMark;
  readonly services: readonly ServicePlan[];
}
