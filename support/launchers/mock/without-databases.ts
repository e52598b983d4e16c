import { dependencies } from '../../manifest/dependencies';
import type { PlatformManifest, ServiceManifest } from '../../manifest/schema';
import { templateReferences } from '../../manifest/templates';

/**
 * A mocked service without what leads it to databases, which no mock asks, and without waiting for
 * services that are left out: as the real one does, it meets their absence when it calls them.
 */
export function withoutDatabases(service: ServiceManifest, services: PlatformManifest['services']): ServiceManifest {
  const isDatabase = (name: string) => services[name]?.ready.kind === 'postgres';
  const leadsToOne = (value: string) =>
    templateReferences(value).some((reference) => reference.kind === 'service' && isDatabase(reference.service));
  return {
    ...service,
    env: Object.fromEntries(Object.entries(service.env).filter(([, value]) => !leadsToOne(value))),
    dependsOn: dependencies(service).filter(({ service: name }) => !isDatabase(name) && services[name]?.launcher !== undefined),
  };
}
