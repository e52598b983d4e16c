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
  readonly hasReferences: boolean;
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
    hasReferences: (parsed.projectReferences ?? []).length > 0,
    aliases: Object.keys(options.paths ?? {}),
    lines: optionLines(lineOf),
    files: parsed.fileNames,
  };
}

/** Where a service's project is looked for: as its build names it, beside it, or above it where that covers it. */
export function findConfig(folder: string, root: string, buildScript: string): string | undefined {
  const named = /\btsc\b.*?(?:-p|--project|-b|--build)[= ]+(\S+)/.exec(buildScript)?.[1];
  if (named && !named.startsWith('-')) {
    const target = path.resolve(folder, named);
    return target.endsWith('.json') ? target : path.join(target, 'tsconfig.json');
  }
  for (const at of foldersUpTo(folder, root)) {
    const file = path.join(at, 'tsconfig.json');
    if (!isFile(file)) continue;
    return at === folder || covers(file, folder) ? file : undefined;
  }
  return undefined;
}

/** Lines of the options that stand in the file itself. */
function optionLines(lineOf: (path: readonly string[]) => number): Readonly<Record<string, number>> {
  const whole = lineOf(['compilerOptions']);
  const lines = NAMED_OPTIONS.map((name) => [name, lineOf(['compilerOptions', name])] as const);
  return Object.fromEntries(lines.filter(([, line]) => line !== whole));
}

function covers(file: string, folder: string): boolean {
  return readConfig(file).files.some((one) => isWithin(path.normalize(one), folder));
}

// A message of the parser that is no fault of the project: newer options than this package's TypeScript knows.
const NEWER_OPTION = new Set([5023, 5107, 5101]);
// No inputs yet: a solution file, or sources that are missing, which other checks tell.
const NO_INPUTS = new Set([18003, 18002]);

function problemsOf(file: string, errors: readonly ts.Diagnostic[]): ProjectFacts['problems'] {
  return errors
    .filter(({ code, category }) => category === ts.DiagnosticCategory.Error && !NEWER_OPTION.has(code) && !NO_INPUTS.has(code))
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
