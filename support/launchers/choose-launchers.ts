import { serviceVariable } from '../environment/service-variable';
import type { GroundworkEnvironment } from '../environment/parse-environment';
import { UsageError } from '../errors/usage-error';
import { dependencies } from '../manifest/dependencies';
import { templateReferences } from '../manifest/templates';
import type { PlatformManifest, ServiceManifest } from '../manifest/schema';
import { LAUNCHERS, type LauncherName } from './launcher-name';

type Services = PlatformManifest['services'];
type Choice = Pick<GroundworkEnvironment, 'GROUNDWORK_LAUNCHER' | 'launch' | 'urls'>;

/**
 * The manifest as it is for this run: every service with its launcher. What is asked for one service
 * (`GROUNDWORK_LAUNCH_<SERVICE>`) goes before what is asked for all (`GROUNDWORK_LAUNCHER`, for those
 * that have such a launch), and both before the manifest.
 *
 * Somebody else stands behind an attached service: what it depends on is no part of the stack. So
 * services that only such a one leads to are left out.
 *
 * @throws UsageError for a service that does not exist or cannot be launched in that way.
 * @example chooseLaunchers(manifest, parseEnvironment({ GROUNDWORK_LAUNCH_AUTH: 'attached', … }))
 */
export function chooseLaunchers(manifest: PlatformManifest, choice: Choice): PlatformManifest {
  checkNames(manifest.services, choice);
  const chosen = Object.fromEntries(
    Object.entries(manifest.services).map(([name, service]) => [name, chooseOne(name, service, choice)]),
  );
  if (choice.GROUNDWORK_LAUNCHER && !Object.values(chosen).some(({ launcher }) => launcher === choice.GROUNDWORK_LAUNCHER)) {
    throw wrong(`GROUNDWORK_LAUNCHER: found "${choice.GROUNDWORK_LAUNCHER}", but ${cannot(choice.GROUNDWORK_LAUNCHER)}`);
  }
  return { ...manifest, services: reachable(manifest.services, chosen) };
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

/** The services that nobody leads to from the start, and all that these lead to as they are launched. */
function reachable(before: Services, chosen: Services): Services {
  const led = new Set(Object.entries(before).flatMap(([name, service]) => leadsTo(name, service)));
  const first = Object.keys(chosen).filter((name) => !led.has(name));
  // Services that lead to each other in a circle, and to which nobody else leads, are kept as they are.
  return first.length === 0 ? chosen : ledToFrom(first, chosen);
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
    ...Object.values(service.launch.process?.env ?? {}),
    ...(service.launch.process?.command ?? []),
    ...Object.values(service.launch.container?.env ?? {}),
    ...(service.launch.container?.command ?? []),
  ];
  const named = values.flatMap((value) =>
    templateReferences(value).flatMap((one) => (one.kind === 'service' ? [one.service] : [])),
  );
  const wanted = dependencies(service).map((dependency) => dependency.service);
  return [...named, ...wanted].filter((name) => name !== self);
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
