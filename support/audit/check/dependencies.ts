import path from 'node:path';
import semver from 'semver';
import { packageName } from '../collect/resolver';
import { finding, NOTHING_INSTALLED, type Finding } from '../model/finding';
import type { DependencyFact, PackageFacts, PlatformFacts, ResolvedImport, ServiceFacts } from '../model/facts';
import { below, install, type Check } from './check';

/** Are the packages that the code imports declared, installed, and of the right version? */
export const checkDependencies: Check = (service, platform) => {
  const owner = service.packageFile.kind === 'read' ? service.packageFile : undefined;
  if (!owner) return [];
  return [...declaredFindings(service, owner), ...installedFindings(service, owner, platform), ...lockFindings(service)];
};

function declaredFindings(service: ServiceFacts, { file, dependencies }: PackageFacts): readonly Finding[] {
  const { place } = service;
  return dependencies.flatMap((one) => {
    const at = { service: place.name, place: { file, line: one.line }, subject: one.name };
    if (one.folderExists === false) {
      return finding('dependency-folder-missing', {
        ...at,
        message: `${one.name} is to come from ${one.range}, which is not there`,
        repair: 'Correct the path, or bring the folder back.',
      });
    }
    if (!isOff(one)) return [];
    return finding('dependency-version', {
      ...at,
      message: `${one.name} ${one.range} is asked for, ${one.installed} is installed`,
      repair: `To have what package.json says, ${install(service)}.`,
    });
  });
}

function isOff({ range, installed, group }: DependencyFact): boolean {
  if (!installed || group === 'peerDependencies' || semver.validRange(range) === null || !semver.valid(installed)) return false;
  return !semver.satisfies(installed, range, { includePrerelease: true });
}

/** Of a package of which nothing is installed, that is what there is to say, once. */
function installedFindings(service: ServiceFacts, owner: PackageFacts, platform: PlatformFacts): readonly Finding[] {
  if (service.hasPnp) return [];
  const needed = owner.dependencies.filter(({ group, folderExists }) => group === 'dependencies' && folderExists === undefined);
  if (needed.length < 2 || needed.some(({ installed }) => installed !== undefined)) return usedFindings(service, owner, platform);
  const folder = service.lock?.folder ?? owner.folder;
  return [
    finding('dependency-not-installed', {
      service: service.place.name,
      place: { file: path.join(folder, 'package.json'), line: 1 },
      subject: NOTHING_INSTALLED,
      message: `nothing is installed: none of the packages that services here declare is there`,
      repair: `In ${below(platform, folder)}, ${install(service)}.`,
    }),
  ];
}

function usedFindings(service: ServiceFacts, owner: PackageFacts, platform: PlatformFacts): readonly Finding[] {
  const seen = new Set<string>();
  return importsOfOwnCode(service, owner).flatMap((one) => {
    const name = packageName(one.fact.specifier);
    if (!name || name === owner.name || seen.has(name) || isAlias(service, one.fact.specifier)) return [];
    seen.add(name);
    const declared = owner.dependencies.find((dependency) => dependency.name === name);
    const problem = declared ? declaredProblem(service, one, declared) : undeclaredProblem(service, one, { name, platform });
    return problem ?? [];
  });
}

/** Imports that exist at run time, of files whose nearest package is the service's own. */
function importsOfOwnCode({ sources, place }: ServiceFacts, { folder }: PackageFacts): readonly ResolvedImport[] {
  const isOwn = (file: string) => file.startsWith(folder) && folder === place.folder;
  return (sources?.imports ?? []).filter(
    ({ from, fact, resolution }) =>
      isOwn(from) && !fact.isType && !fact.isGuarded && resolution.kind !== 'builtin' && resolution.kind !== 'untold',
  );
}

function declaredProblem(service: ServiceFacts, { from, fact }: ResolvedImport, declared: DependencyFact): Finding | undefined {
  const at = { service: service.place.name, place: { file: from, line: fact.line }, subject: declared.name };
  if (declared.installed === undefined) {
    if (declared.group === 'optionalDependencies' || declared.folderExists === false) return undefined;
    const message = `${declared.name} is declared, but not installed`;
    return finding('dependency-not-installed', { ...at, message, repair: `To install it, ${install(service)}.` });
  }
  if (declared.group !== 'devDependencies' || service.builder === 'other' || runsSources(service)) return undefined;
  return finding('dev-dependency-at-run', {
    ...at,
    message: `${declared.name} is needed at run time, but is a devDependency`,
    repair: `Move ${declared.name} to dependencies: an installation without devDependencies leaves it out.`,
  });
}

/** Run from TypeScript: a development command, for which devDependencies are there. */
function runsSources({ run }: ServiceFacts): boolean {
  return run.kind === 'script' && run.loader !== 'none';
}

function undeclaredProblem(
  service: ServiceFacts,
  { from, fact, resolution }: ResolvedImport,
  { name, platform }: { readonly name: string; readonly platform: PlatformFacts },
): Finding | undefined {
  if (resolution.kind !== 'file') return undefined;
  const atRoot = platform.rootPackage?.dependencies.some((one) => one.name === name);
  return finding('dependency-undeclared', {
    service: service.place.name,
    place: { file: from, line: fact.line },
    subject: name,
    message: `${name} is imported, but not declared in the service's package.json`,
    evidence: [atRoot ? `only the installation of the root has it` : 'it is there because another package brought it'],
    repair: `Add ${name} to the service's dependencies.`,
  });
}

/** A pattern of the project's `paths`, which is no package. */
export function isAlias({ project }: Pick<ServiceFacts, 'project'>, specifier: string): string | undefined {
  return project?.aliases.find((pattern) => {
    const [before = '', after] = pattern.split('*', 2);
    return after === undefined ? specifier === pattern : pattern !== '*' && specifier.startsWith(before) && specifier.endsWith(after);
  });
}

const STRICT = { npm: 'npm ci', pnpm: 'pnpm install --frozen-lockfile', yarn: 'yarn install --immutable' } as const;

function lockFindings(service: ServiceFacts): readonly Finding[] {
  const { place, lock } = service;
  if (!lock) return [];
  return lock.drifts.map(({ place: at, name, wanted, locked }) =>
    finding('lock-mismatch', {
      service: place.name,
      place: at,
      subject: name,
      message: wanted
        ? `${name} ${wanted} is asked for, the lock file has ${locked ?? 'none'}`
        : `the lock file has ${name}, which package.json does not ask for any more`,
      repair: `To bring the lock file up to date, ${install(service)}; "${STRICT[lock.manager]}" refuses it as it is.`,
    }),
  );
}
