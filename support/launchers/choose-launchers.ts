import { serviceVariable } from '../environment/service-variable';
import type { GroundworkEnvironment } from '../environment/parse-environment';
import { UsageError } from '../errors/usage-error';
import { dependencies } from '../manifest/dependencies';
import { templateReferences } from '../manifest/templates';
import type { PlatformManifest, ServiceManifest } from '../manifest/schema';
import { LAUNCHERS, type LauncherName } from './launcher-name';
import { withoutDatabases } from './mock/without-databases';

type Services = PlatformManifest['services'];
type Choice = Pick<GroundworkEnvironment, 'GROUNDWORK_LAUNCHER' | 'launch' | 'urls'>;

/**
 * The manifest as it is for this run: every service with its launcher, or with none where it is left out. What is asked for one service
 * (`GROUNDWORK_LAUNCH_<SERVICE>`) goes before what is asked for all (`GROUNDWORK_LAUNCHER`, for those
 * that have such a launch), and both before the manifest.
 *
 * Somebody else stands behind an attached service: what it depends on is no part of the stack; and a
 * mock asks no database. So services that only such ones lead to are no part of the stack.
 *
 * `GROUNDWORK_LAUNCHER=mock` is a run without a backend: but for the app, a service that has no mock is
 * left out, unless it is asked for by itself.
 *
 * @throws UsageError for a service that does not exist or cannot be launched in that way.
 * @example chooseLaunchers(manifest, parseEnvironment({ GROUNDWORK_LAUNCH_AUTH: 'attached', … }))
 */
export function chooseLaunchers(manifest: PlatformManifest, choice: Choice): PlatformManifest {
  checkNames(manifest.services, choice);
  const chosen = Object.fromEntries(
    Object.entries(manifest.services).map(([name, service]) => {
      const isLeftOut = choice.GROUNDWORK_LAUNCHER === 'mock' && name !== manifest.app && hasToBeMocked(name, service, choice);
      return [name, isLeftOut ? leftOut(service) : chooseOne(name, service, choice)];
    }),
  );
  if (choice.GROUNDWORK_LAUNCHER && !Object.values(chosen).some(({ launcher }) => launcher === choice.GROUNDWORK_LAUNCHER)) {
    throw wrong(`GROUNDWORK_LAUNCHER: found "${choice.GROUNDWORK_LAUNCHER}", but ${cannot(choice.GROUNDWORK_LAUNCHER)}`);
  }
  const whole = Object.fromEntries(
    Object.entries(chosen).map(([name, service]) => [name, service.launcher === 'mock' ? withoutDatabases(service, chosen) : service]),
  );
  return { ...manifest, services: reachable(manifest, whole) };
}

/** A service that is launched in no way, and so leads to nothing; others are still told its address. */
export function leftOut(service: ServiceManifest): ServiceManifest {
  return { ...service, launch: {}, launcher: undefined, dependsOn: [], env: {} };
}

/** Whether a service has neither a mock nor a wish of its own; a database goes with those that ask it. */
function hasToBeMocked(name: string, { launch, ready }: ServiceManifest, choice: Choice): boolean {
  return !launch.mock && ready.kind !== 'postgres' && !choice.launch[serviceVariable(name)];
}

function chooseOne(name: string, service: ServiceManifest, choice: Choice): ServiceManifest {
  const url = choice.urls[serviceVariable(name)] ?? service.launch.attached?.url;
  const attached = url === undefined ? undefined : { ...service.launch.attached, url };
  const launch = { ...service.launch, attached };
  const possible = LAUNCHERS.filter((launcher) => launch[launcher] !== undefined);
  const asked = choice.launch[serviceVariable(name)];
  if (asked && !possible.includes(asked)) {
    throw wrong(`GROUNDWORK_LAUNCH_${serviceVariable(name)}: found "${asked}", but ${cannot(asked, name)}`);
  }
  const wishes = [asked, choice.GROUNDWORK_LAUNCHER, service.launcher, ...LAUNCHERS];
  const launcher = wishes.find((wish): wish is LauncherName => wish !== undefined && possible.includes(wish));
  if (!launcher) {
    throw new UsageError(`services.${name}.launch: found no launch. Add launch.process, or set GROUNDWORK_URL_${serviceVariable(name)}.`);
  }
  const dependsOn = launcher === 'attached' ? [] : service.dependsOn;
  return { ...service, launch, launcher, dependsOn };
}

/**
 * The manifest with these services only, and what they lead to.
 *
 * @throws UsageError for a name that the manifest does not have.
 */
export function withServicesOnly(manifest: PlatformManifest, names: readonly string[]): PlatformManifest {
  const unknown = names.find((name) => !manifest.services[name]);
  if (unknown !== undefined) {
    throw new UsageError(`There is no service "${unknown}"; there are: ${Object.keys(manifest.services).join(', ')}.`);
  }
  return { ...manifest, services: ledToFrom(names, manifest.services) };
}

/**
 * The services that nobody leads to from the start, the app, and all that these lead to as they are launched.
 * A circle of services that none of these led to is kept as it is.
 */
function reachable({ app, services: before }: PlatformManifest, chosen: Services): Services {
  const led = new Set(Object.entries(before).flatMap(([name, service]) => leadsTo(name, service)));
  const first = Object.keys(before).filter((name) => name === app || !led.has(name));
  const unlaunched = Object.entries(before).map(([name, service]) => [name, { ...service, launcher: undefined }]);
  const found = ledToFrom(first, Object.fromEntries(unlaunched));
  const apart = Object.keys(before).filter((name) => !found[name]);
  return ledToFrom([...first, ...apart], chosen);
}

function ledToFrom(first: readonly string[], chosen: Services): Services {
  const kept = new Set<string>();
  const open = [...first];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const service = chosen[name];
    if (!service || kept.has(name)) continue;
    kept.add(name);
    if (service.launcher !== 'attached') open.push(...leadsTo(name, service));
  }
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => kept.has(name)));
}

function leadsTo(self: string, service: ServiceManifest): readonly string[] {
  const values = [
    ...Object.values(service.env),
    ...(service.launcher === 'mock' ? Object.values(service.launch.mock?.env ?? {}) : ofPrograms(service.launch)),
  ];
  const named = values.flatMap((value) =>
    templateReferences(value).flatMap((one) => (one.kind === 'service' ? [one.service] : [])),
  );
  const wanted = dependencies(service).map((dependency) => dependency.service);
  return [...named, ...wanted].filter((name) => name !== self);
}

function ofPrograms({ process, container }: ServiceManifest['launch']): readonly string[] {
  return [process, container].flatMap((launch) => [...Object.values(launch?.env ?? {}), ...(launch?.command ?? [])]);
}

function checkNames(services: Services, { launch, urls }: Choice): void {
  const known = Object.keys(services).map(serviceVariable);
  for (const [prefix, values] of [['GROUNDWORK_LAUNCH_', launch], ['GROUNDWORK_URL_', urls]] as const) {
    const unknown = Object.keys(values).find((name) => !known.includes(name));
    if (unknown === undefined) continue;
    throw wrong(`${prefix}${unknown}: there is no such service, allowed: ${known.map((name) => prefix + name).join(', ')}`);
  }
}

function cannot(launcher: LauncherName, name?: string): string {
  const whom = name ?? 'no service';
  if (launcher !== 'attached') return `${name ? `${name} has no` : 'no service has a'} launch.${launcher} in the manifest`;
  const variable = `GROUNDWORK_URL_${name ? serviceVariable(name) : '<SERVICE>'}`;
  return `${name ? `${whom} has no` : 'no service has an'} address: set ${variable}, or launch.attached.url in the manifest`;
}

function wrong(line: string): UsageError {
  return new UsageError(`The environment is wrong:\n  ${line}`);
}
