import { setImmediate as yieldNow } from 'node:timers/promises';
import type { CompileFacts, Graph, Pointed, ProjectFacts, Run, ServiceFacts, ServicePlace } from '../model/facts';
import { walkGraph } from './module-graph';
import { isOutput, sourceEntryOf } from './output-facts';
import { makeResolver } from './resolver';
import type { Sharing } from './service-facts';
import { hasTypeScript } from './typescript-facts';
import { findConfig, type ConfigFacts } from './tsconfig-facts';

/** A service whose code is looked at. */
export interface ProgramQuestion {
  readonly place: ServicePlace;
  readonly run: Run;
  readonly entry: Pointed | undefined;
  readonly buildScript: string;
  readonly hasPnp: boolean;
}

/** Compiles the project of a service, and reads the files that its entry reaches. */
export async function readProgram(
  question: ProgramQuestion,
  sharing: Sharing,
): Promise<Pick<ServiceFacts, 'needsProject' | 'project' | 'sources' | 'built'>> {
  const needsProject = hasTypeScript(question.place.folder, question.entry?.file);
  const config = needsProject ? configFor(question, sharing) : undefined;
  const compiling = config?.problems.length === 0 ? sharing.compileOnce(config) : undefined;
  // The compilers of all services first: files are read while they work.
  await yieldNow();
  // What a compiler emits is what runs; where it emits nothing, nothing has to be waited for.
  const early = config?.emits ? undefined : graphsOf(question, { config, emitted: NOTHING_EMITTED }, sharing);
  const compile = await compiling;
  const graphs = early ?? graphsOf(question, { config, emitted: compile?.emitted ?? NOTHING_EMITTED }, sharing);
  return { needsProject, project: config && projectOf(config, compile, question.hasPnp), ...graphs };
}

function projectOf(config: ConfigFacts, compile: CompileFacts | undefined, hasPnp: boolean): ProjectFacts {
  // Plug'n'Play shows a compiler no packages, unless Yarn runs it.
  return { ...config, compile: compile && hasPnp ? { ...compile, diagnostics: [], more: 0 } : compile };
}

function configFor({ place, buildScript }: ProgramQuestion, { root, configOf }: Sharing): ConfigFacts | undefined {
  const file = findConfig({ folder: place.folder, root, buildScript, configOf });
  return file === undefined ? undefined : configOf(file);
}

const NOTHING_EMITTED: CompileFacts['emitted'] = new Map();

interface Emission {
  readonly config: ConfigFacts | undefined;
  readonly emitted: CompileFacts['emitted'];
}

function graphsOf(
  { place, run, entry, hasPnp }: ProgramQuestion,
  { config, emitted }: Emission,
  { isModule, known }: Sharing,
): { sources?: Graph; built?: Graph } {
  if (!entry || run.kind !== 'script') return {};
  const resolve = makeResolver(config?.file, hasPnp);
  const walk = (start: string, asSources: boolean) => walkGraph({ entry: start, resolve, asSources, isModule, known, emitted });
  if (run.loader !== 'none') return entry.exists ? { sources: walk(entry.file, true) } : {};
  const isThere = entry.exists || emitted.has(entry.file);
  const built = isThere ? walk(entry.file, false) : undefined;
  const source = emitted.get(entry.file)?.source ?? sourceOf(place.folder, entry);
  return { built, sources: source ? walk(source, true) : built };
}

function sourceOf(folder: string, entry: Pointed): string | undefined {
  return isOutput(folder, entry.file) ? sourceEntryOf(folder, entry.file) : undefined;
}
