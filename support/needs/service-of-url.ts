import type { ServiceManifest } from '../manifest/schema';
import type { ServiceState } from '../stack/stack-state';

/** Tells which services a request goes to: by address, and behind an entry by the manifest's routes. */
export class ServiceMap {
  readonly #byOrigin: ReadonlyMap<string, string>;
  readonly #routes: readonly { readonly service: string; readonly pattern: RegExp }[];

  constructor(
    services: Readonly<Record<string, Pick<ServiceManifest, 'routes'>>>,
    running: Readonly<Record<string, Pick<ServiceState, 'url'>>>,
  ) {
    this.#byOrigin = new Map(Object.entries(running).map(([name, { url }]) => [new URL(url).origin, name]));
    this.#routes = Object.entries(services).flatMap(([service, { routes }]) =>
      routes.map((route) => ({ service, pattern: routePattern(route) })),
    );
  }

  /**
   * The service at the address, then the one that owns the route behind it; none for a request that
   * does not go to the platform.
   *
   * @example map.servicesOf('http://127.0.0.1:20001/api/stock/7') // ['api-gateway', 'inventory']
   */
  servicesOf(url: string): readonly string[] {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    const entry = parsed && this.#byOrigin.get(parsed.origin);
    if (!parsed || !entry) return [];
    const owner = this.#routes.find(({ pattern }) => pattern.test(parsed.pathname))?.service;
    return owner && owner !== entry ? [entry, owner] : [entry];
  }
}

/** `/api/stock/**` → everything below; `*` is one part of a path. */
function routePattern(route: string): RegExp {
  const escaped = route.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const source = escaped
    .replace(/\/\*\*$/, '(?:/.*)?')
    .replace(/\*\*/g, '.*')
    .replace(/(?<!\.)\*/g, '[^/]*');
  return new RegExp(`^${source}$`);
}
