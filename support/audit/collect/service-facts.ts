import path from 'node:path';
import { setImmediate as yieldNow } from 'node:timers/promises';
import type { CompileFacts, Graph, PackageFacts, Pointed, Run, ServiceFacts, ServicePlace } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { builderOf, isAliasRewriter } from './build-scripts';
import { entryOf } from './entry-facts';
import { committedEnvFiles, envNames, migrationFiles } from './folder-facts';
import { lockFacts } from './locks/lock-facts';
import { walkGraph } from './module-graph';
import { isOutput, outputFacts, sourceEntryOf } from './output-facts';
import { findScript, ownerOf, readPackage } from './package-facts';
import { lastCommand, parseCommand } from './parse-command';
import { foldersUpTo, isFile } from './read-text';
import { makeResolver } from './resolver';
import { hasTypeScript, shadowsOf } from './typescript-facts';
import { findConfig, type ConfigFacts } from './tsconfig-facts';

/** What the collection of one service shares with that of the others. */
export interface Sharing {
  readonly root: string;
  readonly buildCommand?: readonly string[];
  readonly known: Map<string, SourceFacts>;
  readonly committed: readonly string[];
  readonly isModule: (file: string) => boolean;
  readonly configOf: (file: string) => ConfigFacts;
  /** Runs the compiler of a project, once for all services that share it. */
  readonly compileOnce: (config: ConfigFacts) => Promise<CompileFacts | undefined>;
}

/** Finds out all about one service that can be known without starting it. */
export async function collectService(place: ServicePlace, sharing: Sharing): Promise<ServiceFacts> {
  const packageFile = readPackage(place.folder);
  const owner = packageFile.kind === 'read' ? packageFile : ownerOf(path.dirname(place.folder), sharing.root);
  const { run, entry } = entryOf(place, packageFile);
  const own = packageFile.kind === 'read' ? packageFile : undefined;
  const scripts = own?.scripts ?? {};
  const needsProject = hasTypeScript(place.folder, entry?.file);
  const hasPnp = foldersUpTo(place.folder, sharing.root).some((folder) => isFile(path.join(folder, '.pnp.cjs')));
  const config = needsProject ? configFor(place.folder, scripts.build?.command ?? '', sharing) : undefined;
  const compiling = config?.problems.length === 0 ? sharing.compileOnce(config) : undefined;
  // The compilers of all services first: files are read while they work.
  await yieldNow();
  const asked = { place, run, entry, tsconfig: config?.file, hasPnp };
  // What a compiler emits is what runs; where it emits nothing, nothing has to be waited for.
  const early = config?.emits ? undefined : graphsOf(asked, NOTHING_EMITTED, sharing);
  const compiled = await compiling;
  // Plug'n'Play shows a compiler no packages, unless Yarn runs it.
  const compile = compiled && hasPnp ? { ...compiled, diagnostics: [], more: 0 } : compiled;
  const project = config && { ...config, compile };
  const graphs = early ?? graphsOf(asked, compile?.emitted ?? NOTHING_EMITTED, sharing);
  const builder = builderOf({ scripts, buildCommand: sharing.buildCommand, project, entry: entry?.file });
  return {
    place,
    packageFile,
    owner,
    entry,
    run,
    scripts: own ? missingScripts(own) : [],
    lock: own && lockFacts(own, sharing.root),
    hasPnp,
    builder,
    rewritesAliases: isAliasRewriter({ scripts, run, owner }),
    needsProject,
    project,
    ...graphs,
    output: entry ? outputFacts({ folder: place.folder, entry: entry.file, compile: project?.compile, sources: graphs.sources }) : { isCompiled: false },
    shadows: shadowsOf(run, graphs),
    envFiles: envNames([place.folder, place.cwd]),
    committedEnv: committedEnvFiles(sharing.committed, place.folder),
    migrations: migrationFiles(place.folder),
  };
}

function configFor(folder: string, buildScript: string, { root, configOf }: Sharing): ConfigFacts | undefined {
  const file = findConfig({ folder, root, buildScript, configOf });
  return file === undefined ? undefined : configOf(file);
}

const NOTHING_EMITTED: CompileFacts['emitted'] = new Map();

interface GraphsQuestion {
  readonly place: ServicePlace;
  readonly run: Run;
  readonly entry: Pointed | undefined;
  readonly tsconfig: string | undefined;
  readonly hasPnp: boolean;
}

function graphsOf(
  { place, run, entry, tsconfig, hasPnp }: GraphsQuestion,
  emitted: CompileFacts['emitted'],
  { isModule, known }: Sharing,
): { sources?: Graph; built?: Graph } {
  if (!entry || run.kind !== 'script') return {};
  const resolve = makeResolver(tsconfig, hasPnp);
  const walk = (start: string, asSources: boolean, copies: ReadonlyMap<string, string> = new Map()) =>
    walkGraph({ entry: start, resolve, asSources, isModule, known, copies });
  if (run.loader !== 'none') return entry.exists ? { sources: walk(entry.file, true) } : {};
  const copies = new Map([...emitted].map(([file, { copy }]) => [file, copy]));
  const isThere = entry.exists || copies.has(entry.file);
  const built = isThere ? walk(entry.file, false, copies) : undefined;
  const source = emitted.get(entry.file)?.source ?? sourceOf(place.folder, entry);
  return { built, sources: source ? walk(source, true) : built };
}

function sourceOf(folder: string, entry: Pointed): string | undefined {
  return isOutput(folder, entry.file) ? sourceEntryOf(folder, entry.file) : undefined;
}

/** Scripts that run a file which is not there; what a build makes is looked at by itself. */
function missingScripts({ scripts, folder, file }: PackageFacts): readonly Pointed[] {
  return Object.values(scripts).flatMap(({ command, line }) => {
    const run = parseCommand(lastCommand(command));
    if (run.kind !== 'script' || /[*$]/.test(run.script)) return [];
    const found = findScript(folder, run.script);
    return found.exists || isOutput(folder, found.file) ? [] : [{ ...found, place: { file, line } }];
  });
}
