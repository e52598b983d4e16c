import type { PlatformFacts } from '../model/facts';

/** The part of a route before its first pattern: `/api/users/**` → `/api/users`. */
export function routePrefix(route: string): string {
  return route.replace(/\/?[*:{[].*$/, '') || '/';
}

/** Paths by which a route is followed: those that its service's code names, then the route itself. */
export function probePaths({ service, route }: { readonly service: string; readonly route: string }, facts: PlatformFacts): readonly string[] {
  const prefix = routePrefix(route);
  const sources = facts.services.find(({ place }) => place.name === service)?.sources;
  const named = [...(sources?.files.values() ?? [])].flatMap(({ paths }) => paths.map(({ text }) => text));
  const concrete = named.filter((text) => text.startsWith(prefix) && !/[:*{]/.test(text));
  return [...new Set([...concrete.slice(0, 4), prefix, `${prefix}/groundwork`])];
}
