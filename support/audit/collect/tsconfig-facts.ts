import path from 'node:path';
import ts from 'typescript';
import { field } from '../../data/field';
import type { ProjectFacts } from '../model/facts';
import { keyLines } from './json-file';
import { foldersUpTo, isFile, isWithin, readText } from './read-text';

/** A TypeScript project's configuration, without what the compiler says of its sources. */
export interface ConfigFacts extends Omit<ProjectFacts, 'compile'> {
  readonly noEmitWanted: boolean;
  /** Whether the compiler keeps what it knows in a file of its own. */
  readonly isIncremental: boolean;
  readonly isComposite: boolean;
  /** The tsconfig files of the projects that it stands on, directly. */
  readonly references: readonly string[];
  /** Patterns of `paths` → absolute targets. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly hasDeclarationFolder: boolean;
  readonly rootDir?: string;
}

const NAMED_OPTIONS = ['outDir', 'rootDir', 'paths', 'module', 'baseUrl'];

/** Reads a tsconfig with all that it extends; it writes nothing and never throws. */
export function readConfig(file: string): ConfigFacts {
  const text = textOf(file);
  const source = ts.readJsonConfigFile(file, () => text);
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, ts.sys, path.dirname(file));
  const { options } = parsed;
  const lineOf = keyLines(file, text);
  const noEmitWanted = options.noEmit === true || options.emitDeclarationOnly === true;
  return {
    file,
    problems: problemsOf(file, parsed.errors),
    outDir: options.outDir,
    emits: !noEmitWanted,
    noEmitWanted,
    isIncremental: options.incremental === true || options.composite === true,
    hasDeclarationFolder: options.declarationDir !== undefined,
    rootDir: options.rootDir,
    isComposite: options.composite === true,
    references: (parsed.projectReferences ?? []).map((one) => path.normalize(ts.resolveProjectReferencePath(one))),
    paths: absolutePaths(options, path.dirname(file)),
    aliases: Object.keys(options.paths ?? {}),
    lines: optionLines(lineOf),
    files: parsed.fileNames,
  };
}

/** Reads every tsconfig once: services of one project ask for the same. */
export function configReader(): (file: string) => ConfigFacts {
  const known = new Map<string, ConfigFacts>();
  return (file) => {
    const config = known.get(file) ?? readConfig(file);
    known.set(file, config);
    return config;
  };
}

/** Where a project is looked for. */
export interface ConfigQuestion {
  readonly folder: string;
  readonly root: string;
  readonly buildScript: string;
  readonly configOf: (file: string) => ConfigFacts;
}

/** Where a service's project is: as its build names it, beside it, or above it where that covers it. */
export function findConfig({ folder, root, buildScript, configOf }: ConfigQuestion): string | undefined {
  const named = /\btsc\b.*?(?:-p|--project|-b|--build)[= ]+(\S+)/.exec(buildScript)?.[1];
  if (named && !named.startsWith('-')) {
    const target = path.resolve(folder, named);
    return target.endsWith('.json') ? target : path.join(target, 'tsconfig.json');
  }
  for (const at of foldersUpTo(folder, root)) {
    const file = path.join(at, 'tsconfig.json');
    if (!isFile(file)) continue;
    return at === folder || configOf(file).files.some((one) => isWithin(path.normalize(one), folder)) ? file : undefined;
  }
  return undefined;
}

/** `paths` with targets that mean the same in a configuration elsewhere. */
function absolutePaths(options: ts.CompilerOptions, folder: string): ConfigFacts['paths'] {
  const base = options.baseUrl ?? (typeof options.pathsBasePath === 'string' ? options.pathsBasePath : folder);
  const entries = Object.entries(options.paths ?? {});
  return Object.fromEntries(entries.map(([pattern, targets]) => [pattern, targets.map((one) => path.resolve(base, one))]));
}

/** Lines of the options that stand in the file itself. */
function optionLines(lineOf: (path: readonly string[]) => number): Readonly<Record<string, number>> {
  const whole = lineOf(['compilerOptions']);
  const lines = NAMED_OPTIONS.map((name) => [name, lineOf(['compilerOptions', name])] as const);
  return Object.fromEntries(lines.filter(([, line]) => line !== whole));
}

// Wrong for compilers of any version: no JSON, or nothing to extend. What options and values there are, only the
// service's own compiler can say.
const NOTHING_TO_EXTEND = new Set([5083, 6053, 18000, 18001]);

function isCertain({ code, category }: ts.Diagnostic): boolean {
  return category === ts.DiagnosticCategory.Error && (code < 2000 || NOTHING_TO_EXTEND.has(code));
}

function problemsOf(file: string, errors: readonly ts.Diagnostic[]): ProjectFacts['problems'] {
  return errors
    .filter(isCertain)
    .map(({ file: source, start = 0, messageText }) => {
      const at = field(source, 'fileName') === undefined ? undefined : source;
      const line = at ? at.getLineAndCharacterOfPosition(start).line + 1 : 1;
      return { place: { file: at?.fileName ?? file, line }, message: ts.flattenDiagnosticMessageText(messageText, ' ') };
    });
}

function textOf(file: string): string {
  const read = readText(file);
  return read.kind === 'text' ? read.text : '';
}
