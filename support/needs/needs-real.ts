import { closeOverDependencies } from '../manifest/dependencies';
import type { ServiceManifest } from '../manifest/schema';

const TAG = /^@real(?::([a-z][a-z0-9-]*))?$/;

/** A test's tags, and the services that it stands on. */
export interface RealQuestion {
  readonly tags: readonly string[];
  readonly needs: readonly string[];
}

/** The services of a run whose launchers are chosen. */
export type ChosenServices = Readonly<Record<string, Pick<ServiceManifest, 'launch' | 'launcher' | 'dependsOn'>>>;

/**
 * The services that a test needs as they really are, and of which this run has none: those of its tags
 * `@real:<service>`, with `@real` all that it stands on, where they are mocked; and whatever it stands on,
 * where it is left out.
 *
 * @example needsReal({ tags: ['@real:stock'], needs: [] }, services) // ['stock']
 */
export function needsReal({ tags, needs }: RealQuestion, services: ChosenServices): readonly string[] {
  if (!isMadeOfMocks(services)) return [];
  const all = Object.keys(services);
  const asked = tags.flatMap((tag) => {
    const found = TAG.exec(tag);
    if (!found) return [];
    return found[1] ? [found[1]] : closed(services, needs.length > 0 ? needs : all);
  });
  const missing = [
    ...asked.filter((name) => isUnreal(services[name])),
    ...needs.filter((name) => !services[name]),
    ...closed(services, needs).filter((name) => isLeftOut(services[name])),
  ];
  return [...new Set(missing)].sort();
}

/** Whether a service of the run is mocked, so that some are no part of it. */
export function isMadeOfMocks(services: ChosenServices): boolean {
  return Object.values(services).some((service) => service.launcher === 'mock' || isLeftOut(service));
}

/**
 * The words in which such a test is skipped, everywhere.
 *
 * @example realMessage(['stock'], services) // 'needs the real stock; it is mocked'
 */
export function realMessage(missing: readonly string[], services: ChosenServices): string {
  const told = missing.map((name) => `${name}; it is ${services[name]?.launcher === 'mock' ? 'mocked' : 'left out of this run'}`);
  return `needs the real ${told.join(', and the real ')}`;
}

/** Whether the run starts the service in no way. */
export function isLeftOut(service: ChosenServices[string] | undefined): boolean {
  return service !== undefined && service.launcher === undefined && Object.values(service.launch).every((launch) => launch === undefined);
}

function isUnreal(service: ChosenServices[string] | undefined): boolean {
  return service === undefined || service.launcher === 'mock' || isLeftOut(service);
}

function closed(services: ChosenServices, names: readonly string[]): readonly string[] {
  return [...closeOverDependencies(services, names)];
}
