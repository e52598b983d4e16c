import semver from 'semver';
import { rulesOf } from '../collect/module-graph';
import { packageName } from '../collect/resolver';
import { finding, type Finding } from '../model/finding';
import type { Graph, PlatformFacts, ResolvedImport, ServiceFacts } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { below, install, type Check } from './check';
import { isAlias } from './dependencies';

/** Does every import lead somewhere, in the module system in which it will run? */
export const checkImports: Check = (service, platform) => {
  const aliases = new Set<string>();
  const { sources, built } = service;
  const graphs = sources === built ? [built] : [sources, built];
  return graphs.flatMap((graph) =>
    (graph?.imports ?? []).flatMap((one) => {
      const found = importFinding({ service, platform, graph: graph ?? emptyGraph, isSource: graph !== built }, one);
      const alias = found?.kind === 'alias-in-output' ? found.subject : undefined;
      if (!found || (alias !== undefined && aliases.has(alias))) return [];
      if (alias !== undefined) aliases.add(alias);
      return [found];
    }),
  );
};

const emptyGraph: Graph = { entry: '', files: new Map(), imports: [], skipped: [] };

interface Look {
  readonly service: ServiceFacts;
  readonly platform: PlatformFacts;
  readonly graph: Graph;
  readonly isSource: boolean;
}

function importFinding(look: Look, one: ResolvedImport): Finding | undefined {
  const { resolution, fact } = one;
  if (fact.isType || fact.isGuarded) return undefined;
  if (isLeftAlias(look, one)) return aliasFinding(look, one);
  if (!look.isSource && look.service.rewritesAliases && isAlias(look.service, fact.specifier)) return undefined;
  if (resolution.kind === 'file') return look.isSource ? undefined : loadedFinding(look, one);
  if (resolution.kind !== 'missing') return undefined;
  // A package that is declared but not there is told once, of the package.
  if (isDeclared(look.service, one)) return undefined;
  return missingFinding(look, one);
}

/** An alias that the compiler knows and that Node will meet as it is written. */
function isLeftAlias({ service, isSource }: Look, { fact, resolution }: ResolvedImport): boolean {
  if (service.rewritesAliases || !isAlias(service, fact.specifier)) return false;
  const runs = service.run.kind === 'script' ? service.run.loader : 'other';
  if (!isSource) return resolution.kind === 'missing';
  const isTaken = runs === 'ts-node' || (runs === 'none' && service.builder === 'tsc');
  return isTaken && resolution.kind === 'file' && resolution.package === undefined && service.built === undefined;
}

function aliasFinding({ service, platform, isSource, graph }: Look, one: ResolvedImport): Finding {
  const pattern = isAlias(service, one.fact.specifier) ?? '';
  const same = graph.imports.filter(({ fact }) => isAlias(service, fact.specifier) === pattern && !fact.isType);
  return finding('alias-in-output', {
    service: service.place.name,
    place: sourcePlace(service, one),
    subject: pattern,
    message: `"${one.fact.specifier}" is an alias that only the type checker knows; at run time nothing replaces it`,
    evidence: [
      `${pattern} stands in ${below(platform, service.project?.file ?? '')}`,
      ...(same.length > 1 ? [`${same.length - 1} more imports use it`] : []),
      isSource ? 'ts-node and the compiler leave it as it is' : 'the build leaves it in its output',
    ],
    repair: 'Use "imports" of package.json (#name) or relative paths, or run a tool after the compiler that replaces aliases (tsc-alias).',
  });
}

/** The place in the source, where the output is known to come from one. */
function sourcePlace(service: ServiceFacts, { from, fact }: ResolvedImport): { readonly file: string; readonly line: number } {
  const source = service.project?.compile?.emitted.get(from)?.source;
  const facts = source === undefined ? undefined : service.sources?.files.get(source);
  const line = facts?.imports.find(({ specifier }) => specifier === fact.specifier)?.line;
  return facts && line !== undefined ? { file: facts.file, line } : { file: from, line: fact.line };
}

function missingFinding(look: Look, one: ResolvedImport): Finding | undefined {
  const { service, platform } = look;
  const { fact, resolution } = one;
  if (resolution.kind !== 'missing') return undefined;
  const at = { service: service.place.name, place: sourcePlace(service, one), subject: fact.specifier };
  const near = resolution.near && below(platform, resolution.near);
  switch (resolution.reason) {
    case 'extension':
      return finding('extension-missing', {
        ...at,
        message: `"${fact.specifier}" has no extension: an ES module must name the file`,
        evidence: near ? [`${near} is there`] : [],
        repair: 'Write the import with its extension (.js), also in TypeScript.',
      });
    case 'not-exported':
      return notExported(look, one);
    case 'package-entry':
      return finding('import-unresolved', {
        ...at,
        message: `the package "${fact.specifier}" is there, but the file that it points at is not`,
        evidence: near ? [`looked at ${near}/package.json`] : [],
        repair: `Build that package first, or correct its main and exports.`,
      });
    case 'not-found':
      return finding('import-unresolved', {
        ...at,
        message: near ? `"${fact.specifier}" cannot be found: the name differs in capital letters only` : `"${fact.specifier}" cannot be found`,
        evidence: near ? [`${near} is there`] : [],
        repair: packageName(fact.specifier) ? `Add the package to the dependencies and ${install(service)}.` : 'Correct the path, or bring the file back.',
      });
  }
}

/** `exports` of a package forbids it: always, or for `require` alone. */
function notExported({ service, platform }: Look, one: ResolvedImport): Finding {
  const { fact, resolution } = one;
  const folder = resolution.kind === 'missing' && resolution.near ? below(platform, resolution.near) : '';
  const at = { service: service.place.name, place: sourcePlace(service, one), subject: fact.specifier };
  const isWhole = packageName(fact.specifier) === fact.specifier;
  if (isWhole) {
    return finding('require-of-esm', {
      ...at,
      message: `"${fact.specifier}" cannot be required: its package has an entry for ES modules only`,
      evidence: [`"exports" of ${folder}/package.json`],
      repair: 'Load it by await import(…), make the service an ES module, or use a version that has a CommonJS entry.',
    });
  }
  return finding('subpath-not-exported', {
    ...at,
    message: `"${fact.specifier}" is not among what its package exports`,
    evidence: [`"exports" of ${folder}/package.json`],
    repair: 'Import what the package exports, or the version that still had it.',
  });
}

function isDeclared({ packageFile }: ServiceFacts, { fact, resolution }: ResolvedImport): boolean {
  const name = packageName(fact.specifier);
  const isAbsent = resolution.kind === 'missing' && resolution.reason === 'not-found';
  return isAbsent && packageFile.kind === 'read' && packageFile.dependencies.some((one) => one.name === name);
}

/** What is found, but cannot be loaded as it is asked for. */
function loadedFinding(look: Look, one: ResolvedImport): Finding | undefined {
  const { service, platform, graph } = look;
  const { fact, resolution } = one;
  if (resolution.kind !== 'file') return undefined;
  const at = { service: service.place.name, place: sourcePlace(service, one), subject: fact.specifier };
  if (/\.[cm]?tsx?$/.test(resolution.file) && !semver.satisfies(platform.node, '^22.18 || >=23.6')) {
    return finding('typescript-at-run', {
      ...at,
      message: `"${fact.specifier}" leads to TypeScript (${below(platform, resolution.file)}), which this Node (${platform.node}) cannot run`,
      repair: 'Let it lead to compiled JavaScript, or start the service with a loader (tsx).',
    });
  }
  const target = graph.files.get(resolution.file);
  if (fact.form === 'require') {
    const isPossible = !resolution.isModule || semver.satisfies(platform.node, '^20.19 || >=22.12');
    if (!isPossible) return requireFinding(look, one, `Node ${platform.node} cannot require ES modules`);
    return target?.hasTopLevelAwait ? requireFinding(look, one, 'it waits at its top level (await), which require cannot') : undefined;
  }
  return target && rulesOf(target, resolution.isModule) === 'module' ? nameFinding(look, one, target) : undefined;
}

/** A name that the other module does not have: Node refuses to link them. */
function nameFinding({ service }: Look, one: ResolvedImport, { exports }: SourceFacts): Finding | undefined {
  const missing = exports ? one.fact.names.filter((name) => !exports.includes(name)) : [];
  if (missing.length === 0) return undefined;
  return finding('name-not-exported', {
    service: service.place.name,
    place: sourcePlace(service, one),
    subject: one.fact.specifier,
    message: `"${one.fact.specifier}" does not export ${missing.join(', ')}`,
    evidence: [`it exports ${exports?.join(', ') || 'nothing'}`],
    repair: 'Import a name that is exported, or export it.',
  });
}

function requireFinding({ service }: Look, one: ResolvedImport, why: string): Finding {
  return finding('require-of-esm', {
    service: service.place.name,
    place: sourcePlace(service, one),
    subject: one.fact.specifier,
    message: `"${one.fact.specifier}" is an ES module and cannot be required: ${why}`,
    repair: 'Load it by await import(…), make the service an ES module, or use a version that has a CommonJS entry.',
  });
}
