import semver from 'semver';
import { finding, type Finding } from '../model/finding';
import type { PlatformFacts } from '../model/facts';

interface Asked {
  readonly service: string;
  readonly file: string;
  readonly line: number;
  readonly range: string;
}

/** Packages that services share, asked for in versions of which no one fits all. */
export function checkVersions(platform: PlatformFacts): readonly Finding[] {
  const byPackage = new Map<string, Asked[]>();
  for (const { place, packageFile } of platform.services) {
    if (packageFile.kind !== 'read') continue;
    for (const { name, range, line, group } of packageFile.dependencies) {
      if (group !== 'dependencies' || semver.validRange(range) === null) continue;
      byPackage.set(name, [...(byPackage.get(name) ?? []), { service: place.name, file: packageFile.file, line, range }]);
    }
  }
  return [...byPackage].flatMap(([name, asked]) => contradictions(name, asked));
}

/** One finding a package: at the service that differs from the most others. */
function contradictions(name: string, asked: readonly Asked[]): readonly Finding[] {
  const against = asked.map((one) => asked.filter((other) => !semver.intersects(one.range, other.range)));
  const most = Math.max(0, ...against.map((others) => others.length));
  const odd = asked[against.findIndex((others) => others.length === most)];
  if (most === 0 || !odd) return [];
  const others = against[asked.indexOf(odd)] ?? [];
  const found = finding('versions-contradict', {
    service: odd.service,
    place: { file: odd.file, line: odd.line },
    subject: name,
    message: `${name} ${odd.range} contradicts what ${others.map(({ service, range }) => `${service} (${range})`).join(', ')} asks for`,
    repair: `Agree on one version of ${name}: what services hand each other must mean the same in all.`,
  });
  return [found];
}
