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

/** One service as the keeper starts it. Templates in `env` and `command` are not filled yet. */
export interface ServicePlan {
  readonly name: string;
  readonly launcher: 'process';
  readonly command: readonly string[];
  readonly cwd: string;
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

/** Everything that the keeper must know; plain data, because it crosses a pipe. */
export interface StackPlan {
  readonly runId: string;
  readonly platform: string;
  readonly root: string;
  /** The folder for what the keeper writes during the run. */
  readonly logs: string;
  /** Whether the keeper takes the services' spans. */
  readonly traces: boolean;
  readonly services: readonly ServicePlan[];
}
