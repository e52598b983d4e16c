import { dependencies } from './dependencies';
import type { PlatformManifest, ServiceManifest } from './schema';
import { templateReferences } from './templates';

/**
 * What a schema cannot see: names that point at no service, circles of `dependsOn`, a role without
 * a way to sign in. One line a problem; none when the manifest holds together.
 */
export function findReferenceProblems(manifest: PlatformManifest): readonly string[] {
  return [
    ...entryProblems(manifest),
    ...Object.entries(manifest.services).flatMap(([name, service]) =>
      serviceProblems(manifest, name, service),
    ),
    ...circleProblems(manifest),
  ];
}

function entryProblems(manifest: PlatformManifest): readonly string[] {
  return (['app', 'api'] as const).flatMap((key) => {
    const found = manifest[key];
    return found && !manifest.services[found] ? [unknownService(manifest, key, found)] : [];
  });
}

function serviceProblems(
  manifest: PlatformManifest,
  name: string,
  service: ServiceManifest,
): readonly string[] {
  const key = `services.${name}`;
  const dependsOn = dependencies(service)
    .filter((dependency) => !manifest.services[dependency.service])
    .map((dependency) => unknownService(manifest, `${key}.dependsOn`, dependency.service));
  const templates = templated(service).flatMap(([place, value]) =>
    templateReferences(value)
      .filter((reference) => reference.kind === 'service' && !manifest.services[reference.service])
      .map((reference) => unknownReference(manifest, `${key}.${place}`, reference.text)),
  );
  return [...dependsOn, ...templates];
}

/** Every value of a service that templates are filled into, with its key. */
function templated({ env, launch }: ServiceManifest): readonly (readonly [string, string])[] {
  const at = (place: string, values: Readonly<Record<string, string>> | readonly string[] = {}) =>
    Object.entries(values).map(([name, value]): [string, string] => [`${place}.${name}`, value]);
  return [
    ...at('env', env),
    ...at('launch.process.env', launch.process?.env),
    ...at('launch.process.command', launch.process?.command),
    ...at('launch.mock.env', launch.mock?.env),
    ...at('launch.container.env', launch.container?.env),
    ...at('launch.container.command', launch.container?.command),
  ];
}

function unknownReference(manifest: PlatformManifest, key: string, found: string): string {
  const [service = ''] = found.split('.');
  if (!manifest.services[service]) return unknownService(manifest, key, found);
  return `${key}: found "${found}", allowed: ${service}.url, ${service}.publicUrl, ${service}.host, ${service}.port`;
}

function unknownService(manifest: PlatformManifest, key: string, found: string): string {
  const names = Object.keys(manifest.services).join(', ');
  return `${key}: found "${found}", allowed: a service of this manifest (${names})`;
}

function circleProblems(manifest: PlatformManifest): readonly string[] {
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): readonly string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    for (const dependency of dependencies(manifest.services[name])) {
      const circle = walk(dependency.service, [...path, name]);
      if (circle.length > 0) return circle;
    }
    done.add(name);
    return [];
  };
  for (const name of Object.keys(manifest.services)) {
    const circle = walk(name, []);
    if (circle.length > 0) {
      const text = circle.join(' → ');
      return [`services.${circle[0]}.dependsOn: found the circle ${text}, allowed: no circles`];
    }
  }
  return [];
}
