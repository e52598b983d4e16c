import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunRecord } from '../../support/run/run-record';
import type { ServiceState, StackState } from '../../support/stack/stack-state';

/** What the report's environment table is made of. */
export interface ReportEnvironment {
  readonly state: StackState | undefined;
  readonly playwright: string | undefined;
  readonly commit: string | undefined;
  readonly run: Pick<RunRecord, 'id' | 'startedAt' | 'shard'>;
}

/** Writes Allure's `environment.properties`: commit, shard, versions, and the launcher of each service. */
export function writeEnvironment(results: string, environment: ReportEnvironment): void {
  if (!existsSync(results)) return;
  const lines = environmentOf(environment).map(([key, value]) => `${key}=${value.replace(/\s+/g, ' ')}`);
  writeFileSync(path.join(results, 'environment.properties'), `${lines.join('\n')}\n`);
}

/** The rows of the environment table. */
export function environmentOf({ state, playwright, commit, run }: ReportEnvironment): readonly (readonly [string, string])[] {
  const { shard } = run;
  return [
    ['run', `${run.id}, ${run.startedAt}`],
    ...(commit ? ([['commit', commit]] as const) : []),
    ...(shard ? ([['shard', `${shard.current} of ${shard.total}`], ['plan', shard.digest]] as const) : []),
    ['node', process.version],
    ['playwright', playwright ?? 'unknown'],
    ['platform', `${process.platform} ${process.arch}`],
    ...Object.values(state?.services ?? {}).map((service) => [`service.${service.name}`, told(service)] as const),
  ];
}

/** The launcher, and what the service said of itself beside its name: its version. */
function told({ name, launcher, identity = {} }: ServiceState): string {
  return [launcher, ...Object.values(identity).filter((value) => value !== name)].join(' ');
}
