import path from 'node:path';
import type { MockLaunchPlan, ReadyPlan, ServicePlan } from '../../stack/stack-plan';

/** What the stand-in's program is told, as JSON in its only argument. */
export interface StandInSetting {
  readonly service: string;
  readonly root: string;
  readonly module: string;
  readonly contract: string;
  readonly ready: Extract<ReadyPlan, { kind: 'http' }>;
}

const PROGRAM = path.join(__dirname, 'main.js');

/**
 * The command of the program that stands on a mocked service's port and answers by its handlers.
 *
 * @throws Error for a service that is not asked by HTTP whether it is ready.
 */
export function standIn({ name, ready }: Pick<ServicePlan, 'name' | 'ready'>, { root, module, contract }: MockLaunchPlan) {
  if (ready.kind !== 'http') throw new Error(`services.${name}: a database cannot be mocked; mock the services that ask it.`);
  const setting: StandInSetting = { service: name, root, module, contract, ready };
  return { command: [process.execPath, PROGRAM, JSON.stringify(setting)], cwd: root };
}
