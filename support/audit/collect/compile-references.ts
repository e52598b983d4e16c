import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CompileFacts } from '../model/facts';
import { findCompiler, hash, MOST_DIAGNOSTICS, outcomeOf, runCompiler, type CompilePlace } from './compile';
import { outputFileOf } from './output-place';
import { ownerOf } from './package-facts';
import { entryOfPackage } from './package-entry';
import type { ConfigFacts } from './tsconfig-facts';

/** A project and all that it stands on, itself first. */
export function withReferenced(config: ConfigFacts, configOf: (file: string) => ConfigFacts): readonly ConfigFacts[] {
  const found = new Map<string, ConfigFacts>();
  const open = [config];
  for (let one = open.shift(); one; one = open.shift()) {
    if (found.has(one.file)) continue;
    found.set(one.file, one);
    open.push(...one.references.map(configOf));
  }
  return [...found.values()];
}

/**
 * Compiles a project that `tsc -b` builds after others, against their sources, so that none has to be built: by a
 * copy of its settings that names no others and writes elsewhere. It says what concerns its own files alone.
 */
export async function compileReferencing(config: ConfigFacts, others: readonly ConfigFacts[], place: CompilePlace): Promise<CompileFacts | undefined> {
  const compiler = findCompiler(path.dirname(config.file));
  if (!compiler) return undefined;
  const major = Number.parseInt(compiler.version, 10);
  const copies = path.join(place.scratch, 'emitted', hash(config.file));
  const settings = writeSettings(config, { others, copies, major, scratch: place.scratch });
  const args = ['-p', settings, '--pretty', 'false', '--noEmitOnError', 'false', '--listEmittedFiles'];
  const { run, diagnostics, emitted } = await runCompiler(compiler, args, { config, place });
  const files = new Set(config.files.map((file) => path.normalize(file)));
  const own = diagnostics.filter(({ file }) => files.has(file) || file === config.file);
  const written = new Set(emitted);
  const outputs = [...files].flatMap((source): [string, { source: string; copy: string }][] => {
    const copy = outputFileOf(source, { from: path.parse(source).root, to: copies });
    const output = outputOf(config, source, major);
    return copy && output && written.has(copy) ? [[output, { source, copy }]] : [];
  });
  return {
    compiler: { version: compiler.version, isOwn: compiler.isOwn },
    outcome: outcomeOf(run, diagnostics.length),
    diagnostics: own.slice(0, MOST_DIAGNOSTICS),
    more: Math.max(0, own.length - MOST_DIAGNOSTICS),
    emitted: new Map(outputs),
  };
}

/** What a project and those that it stands on come to together. */
export function joined(all: readonly (CompileFacts | undefined)[]): CompileFacts | undefined {
  const [first] = all;
  const known = all.filter((one) => one !== undefined);
  if (!first) return undefined;
  const failed = known.find(({ outcome }) => outcome.kind === 'failed');
  return {
    compiler: first.compiler,
    outcome: failed?.outcome ?? first.outcome,
    diagnostics: known.flatMap(({ diagnostics }) => diagnostics),
    more: known.reduce((sum, { more }) => sum + more, 0),
    emitted: new Map(known.flatMap(({ emitted }) => [...emitted])),
  };
}

interface Settings {
  readonly others: readonly ConfigFacts[];
  readonly copies: string;
  readonly major: number;
  readonly scratch: string;
}

function writeSettings(config: ConfigFacts, { others, copies, major, scratch }: Settings): string {
  const file = path.join(scratch, `${hash(config.file)}.tsconfig.json`);
  mkdirSync(scratch, { recursive: true });
  const typeRoots = ancestors(path.dirname(config.file)).map((folder) => path.join(folder, 'node_modules', '@types'));
  const none = { composite: false, incremental: false, declaration: false, declarationMap: false, emitDeclarationOnly: false };
  const unset = { tsBuildInfoFile: null, declarationDir: null, isolatedDeclarations: null };
  const place = config.emits ? { outDir: copies, rootDir: path.parse(config.file).root } : { noEmit: true };
  const paths = { ...Object.fromEntries(others.flatMap((one) => packagePath(one, major))), ...config.paths };
  const compilerOptions = { ...none, ...unset, ...place, typeRoots, ...(Object.keys(paths).length > 0 ? { paths } : {}) };
  writeFileSync(file, JSON.stringify({ extends: config.file, compilerOptions, references: [] }));
  return file;
}

/** Where a project is a package that is not built, its name leads to its source. */
function packagePath(config: ConfigFacts, major: number): readonly (readonly [string, readonly string[]])[] {
  const folder = path.dirname(config.file);
  const owner = ownerOf(folder, folder);
  if (owner?.name === undefined) return [];
  const entry = entryOfPackage(owner.folder);
  const source = config.files.map((file) => path.normalize(file)).find((file) => outputOf(config, file, major) === entry);
  return source === undefined ? [] : [[owner.name, [source]]];
}

/** Where a project's own build would write the output of a source. */
function outputOf(config: ConfigFacts, source: string, major: number): string | undefined {
  const folder = path.dirname(config.file);
  // Up to version 5, without rootDir, the layout begins where the sources have their last folder in common.
  const base = config.rootDir ?? (config.isComposite || major >= 6 ? folder : commonFolder(config.files));
  return outputFileOf(source, { from: path.normalize(base), to: config.outDir ?? base });
}

function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files.filter((file) => !/\.d\.[cm]?ts$/.test(file)).map((file) => path.dirname(path.normalize(file)));
  return others.reduce((common, folder) => ancestors(common).find((one) => folder === one || folder.startsWith(one + path.sep)) ?? common, first);
}

function ancestors(folder: string): readonly string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}
