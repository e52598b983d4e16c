import { describeEvidence } from '../../readiness/readiness';
import type { PlatformManifest } from '../../manifest/schema';
import type { Area } from '../model/kinds';
import type { LiveFacts, RouteLook } from './live-facts';

/** The areas of a service that running it told something about. */
export function lookedAt(name: string, live: LiveFacts, manifest: PlatformManifest): readonly Area[] {
  const seen = live.services.find((one) => one.name === name);
  const isReady = seen?.first.state === 'ready';
  const isFollowed = routesOf(name, live).length > 0 && untold(name, live).length === 0;
  return [...(isReady ? (['start', 'health', 'database'] as const) : []), ...(isFollowed || (name === manifest.api && live.wiring) ? (['wiring'] as const) : [])];
}

/** What could not be looked at, and why. */
export function notLookedAt(name: string, live: LiveFacts, manifest: PlatformManifest): readonly string[] {
  const first = live.services.find((one) => one.name === name)?.first;
  const started = first && first.state !== 'ready' ? [`health and database: it is not ready${first.evidence?.kind === 'dependency' ? ` (${describeEvidence(first.evidence)})` : ''}`] : [];
  const wiring = name === manifest.api && !live.wiring ? ['wiring: the gateway is not ready'] : [];
  const routes = untold(name, live).map(({ route, get }) => `the route ${route}: ${get.kind === 'untold' ? get.why : ''}`);
  return [...started, ...wiring, ...routes];
}

function routesOf(name: string, { wiring }: LiveFacts): readonly RouteLook[] {
  return wiring?.routes.filter(({ service }) => service === name) ?? [];
}

function untold(name: string, live: LiveFacts): readonly RouteLook[] {
  return routesOf(name, live).filter(({ get, post }) => get.kind === 'untold' && post === 'answered');
}
