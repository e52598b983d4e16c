import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StackState } from '../../support/stack/stack-state';

/** What the report's environment table is made of. */
export interface ReportEnvironment {
  readonly state: StackState | undefined;
  readonly playwright: string | undefined;
}

/** Writes Allure's `environment.properties`: versions, and the launcher of each service. */
export function writeEnvironment(results: string, environment: ReportEnvironment): void {
  if (!existsSync(results)) return;
  const services = Object.values(environment.state?.services ?? {});
  const lines = [
    ['node', process.version],
    ['playwright', environment.playwright ?? 'unknown'],
    ['platform', `${process.platform} ${process.arch}`],
    ...services.map(({ name, launcher }) => [`service.${name}`, launcher]),
  ].map(([key, value]) => `${key}=${value}`);
  writeFileSync(path.join(results, 'environment.properties'), `${lines.join('\n')}\n`);
}
