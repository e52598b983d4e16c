import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseEnvironment } from '../../environment/parse-environment';
import { chooseLaunchers } from '../../launchers/choose-launchers';
import type { PlatformManifest } from '../../manifest/schema';
import { planStack } from '../../stack/plan-stack';
import { sweep } from '../../stack/sweep';
import type { LiveOutcome } from '../audit';
import { checkHealth } from '../check/live-health';
import { checkStart } from '../check/live-start';
import { checkGateway } from '../check/live-wiring';
import type { PlatformFacts } from '../model/facts';
import { lookedAt, notLookedAt } from './looked-at';
import { lookAtStack } from './look-at-stack';
import { lookAtWiring } from './look-at-wiring';

/** Starts the services as they lie there, built or not, and says what was seen. Logs go into `scratch`. */
export async function lookAtPlatform(manifest: PlatformManifest, facts: PlatformFacts, scratch: string): Promise<LiveOutcome> {
  await sweep();
  const chosen = chooseLaunchers(manifest, parseEnvironment({}));
  const place = (name: string) => ({ root: facts.root, runId: randomUUID().slice(0, 8), logs: path.join(scratch, name) });
  const services = await lookAtStack(planStack(chosen, place('services')));
  const wiring = await lookAtWiring(manifest, planStack(chosen, place('wiring')), facts);
  const live = { services, wiring };
  const findings = [...checkStart(live, facts), ...checkHealth(live, facts), ...checkGateway(wiring, facts)];
  return { findings, looked: (name) => lookedAt(name, live, manifest), skipped: (name) => notLookedAt(name, live, manifest) };
}
