import type { ServiceManifest } from './schema';

/** One entry of `dependsOn`: the service, and what it must be before the dependent is started. */
export interface Dependency {
  readonly service: string;
  readonly when: 'ready' | 'started';
}

/** `dependsOn` with its short form (a name) written out. */
export function dependencies(service: Pick<ServiceManifest, 'dependsOn'> | undefined): readonly Dependency[] {
  return (service?.dependsOn ?? []).map((entry) =>
    typeof entry === 'string' ? { service: entry, when: 'ready' } : entry,
  );
}

/**
 * `names` and every service that they depend on, directly or not; unknown names are left out.
 *
 * @example closeOverDependencies(services, ['web']) // Set { 'web', 'gateway', 'database' }
 */
export function closeOverDependencies(
  services: Readonly<Record<string, Pick<ServiceManifest, 'dependsOn'>>>,
  names: Iterable<string>,
): ReadonlySet<string> {
  const closed = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const service = services[name];
    if (!service || closed.has(name)) continue;
    closed.add(name);
    open.push(...dependencies(service).map((dependency) => dependency.service));
  }
  return closed;
}
