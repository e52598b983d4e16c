import type { RouteLook, WiringLook } from '../live/live-facts';
import { routePrefix } from '../live/probe-paths';
import type { PlatformFacts, ServiceFacts } from '../model/facts';
import { finding, type Finding, type Place } from '../model/finding';
import { entryPlace } from './live-start';

/** Do requests reach the services that own them, from the app's own origin, as often as tests send them? */
export function checkGateway(wiring: WiringLook | undefined, platform: PlatformFacts): readonly Finding[] {
  const gateway = platform.services.find(({ place }) => place.name === wiring?.gateway);
  if (!wiring || !gateway) return [];
  return [...wiring.routes.flatMap((one) => routeFindings(one, gateway, platform)), ...corsFindings(wiring, gateway), ...limitFindings(wiring, gateway)];
}

function routeFindings(look: RouteLook, gateway: ServiceFacts, platform: PlatformFacts): readonly Finding[] {
  const { service, route, get, path } = look;
  const at = { service: gateway.place.name, place: routePlace(gateway, route) ?? entryPlace(gateway), subject: route };
  if (look.post === 'hung') {
    return [
      finding('post-hangs', {
        ...at,
        message: `a POST to ${path} with a body is never answered`,
        evidence: [get.kind === 'reached' ? `a GET of it is answered by ${get.service}` : 'what stood behind it answers at once'],
        repair: 'Put the proxy before the body parser: a body that was read cannot be sent on.',
      }),
    ];
  }
  if (get.kind === 'nobody') {
    return [finding('route-missing', { ...at, message: `${path} is a 404 of the gateway itself; it is to reach ${service}`, repair: `Add the route ${route} to the gateway, or correct routes of services.${service} in the manifest.` })];
  }
  if (get.kind !== 'reached') return [];
  if (get.service !== service) {
    return [finding('route-owner', { ...at, message: `${path} reaches ${get.service}; it is to reach ${service}`, repair: 'Correct the address in the gateway or in the manifest.' })];
  }
  return isLost(look, get.path, platform) ? [strippedFinding(look, get.path, at)] : [];
}

/** The service names its paths with the prefix, and gets them without. */
function isLost({ service, route, path }: RouteLook, got: string, platform: PlatformFacts): boolean {
  if (got === path || got.startsWith(routePrefix(route))) return false;
  const owner = platform.services.find(({ place }) => place.name === service);
  const named = [...(owner?.sources?.files.values() ?? [])].flatMap(({ paths }) => paths.map(({ text }) => text));
  const inner = got.replace(/\?.*$/, '');
  return named.some((text) => text.startsWith(routePrefix(route))) && !named.some((text) => text === inner);
}

function strippedFinding({ service, path }: RouteLook, got: string, at: { readonly service: string; readonly subject: string; readonly place?: Place }): Finding {
  return finding('route-missing', {
    ...at,
    message: `${path} reaches ${service} as ${got}, which it does not know: the gateway strips the prefix`,
    repair: 'Let the gateway send the path on as it is, or let the service answer without the prefix.',
  });
}

function corsFindings({ cors }: WiringLook, gateway: ServiceFacts): readonly Finding[] {
  if (!cors || cors.allowed === '*' || cors.allowed === cors.origin) return [];
  return [
    finding('cors-origin', {
      service: gateway.place.name,
      place: originPlace(gateway) ?? entryPlace(gateway),
      message: `the app's own origin is not allowed to call it: the preflight was answered ${cors.status} with ${cors.allowed ?? 'no origin'}`,
      evidence: [`asked for ${cors.origin}`],
      repair: 'Take the allowed origins from a variable, and set it to {{<app>.url}} in the manifest.',
    }),
  ];
}

function limitFindings({ refusedAfter }: WiringLook, gateway: ServiceFacts): readonly Finding[] {
  if (refusedAfter === undefined) return [];
  return [
    finding('rate-limited', {
      service: gateway.place.name,
      place: entryPlace(gateway),
      message: `it refuses requests as too many (429) after about ${refusedAfter}`,
      evidence: ['a run of tests sends more than that from one address'],
      repair: 'Let a variable raise or switch off the limit, and set it in the manifest.',
    }),
  ];
}

/** Where the gateway's code names a route. */
function routePlace({ sources }: ServiceFacts, route: string): Place | undefined {
  const prefix = routePrefix(route);
  for (const { file, paths } of sources?.files.values() ?? []) {
    const found = paths.find(({ text }) => routePrefix(text) === prefix);
    if (found) return { file, line: found.line };
  }
  return undefined;
}

/** Where the gateway's code names an origin. */
function originPlace({ sources }: ServiceFacts): Place | undefined {
  for (const { file, addresses } of sources?.files.values() ?? []) {
    if (addresses[0]) return { file, line: addresses[0].line };
  }
  return undefined;
}
