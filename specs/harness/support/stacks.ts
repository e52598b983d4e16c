import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
// Compiled: the keeper is a program of its own and does not run from TypeScript.
import { startStack, type OwnedStack } from '../../../dist/support/stack/start-stack';
import { parseEnvironment } from '../../../support/environment/parse-environment';
import { chooseLaunchers } from '../../../support/launchers/choose-launchers';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import type { ServiceInput } from '../../../support/manifest/schema';
import { describeEvidence, type Readiness } from '../../../support/readiness/readiness';
import { planStack } from '../../../support/stack/plan-stack';
import type { KeeperEvent, ServiceState } from '../../../support/stack/stack-state';
import { named } from './mini-platform';

/** A stack of mini services that runs. */
export interface MiniStack extends OwnedStack {
  readonly events: readonly KeeperEvent[];
  service(name: string): ServiceState;
  /** A service's health answer. */
  health(name: string): Promise<Record<string, unknown>>;
  log(name: string): string;
}

/** Brings mini services up, lets `work` look at them, and stops them. */
export async function withStack(
  services: Readonly<Record<string, ServiceInput>>,
  work: (stack: MiniStack) => Promise<void> | void,
): Promise<void> {
  const logs = mkdtempSync(path.join(os.tmpdir(), 'groundwork-logs-'));
  const events: KeeperEvent[] = [];
  const manifest = parsePlatform({ name: 'mini', services: named(services) });
  const runId = path.basename(logs).toLowerCase();
  // This folder holds services/, as a mini project does.
  const plan = planStack(chooseLaunchers(manifest, parseEnvironment({})), { root: __dirname, runId, logs });
  const started = await startStack(plan, (event) => events.push(event));
  try {
    await work(viewOf(started, events));
  } finally {
    await started.stop();
    rmSync(logs, { recursive: true, force: true });
  }
}

function viewOf(stack: OwnedStack, events: readonly KeeperEvent[]): MiniStack {
  const find = (name: string) => {
    const found = stack.state.services[name];
    if (!found) throw new Error(`there is no service ${name}`);
    return found;
  };
  return {
    ...stack,
    events,
    service: find,
    health: async (name) => (await fetch(`${find(name).url}/health/ready`)).json() as Promise<Record<string, unknown>>,
    log: (name) => readFileSync(find(name).logFile, 'utf8'),
  };
}

/** A readiness in one line: its state and the evidence. */
export function told(readiness: Readiness): string {
  if (readiness.state === 'ready' || !readiness.evidence) return readiness.state;
  return `${readiness.state}: ${describeEvidence(readiness.evidence)}`;
}
