import { createHash } from 'node:crypto';
import path from 'node:path';
import type { CompileFacts } from '../model/facts';
import { readJson, textField } from './json-file';
import { sourceOfEmitted } from './emitted-sources';
import { parseDiagnostics, type CompilerOutput } from './parse-diagnostics';
import { isFile, readText } from './read-text';
import { installedFolder } from './resolver';
import { runBounded, type BoundedRun } from './run-bounded';
import type { ConfigFacts } from './tsconfig-facts';

const TIME_LIMIT = 90_000;
const MOST_OUTPUT = 2 * 1024 * 1024;
/** More diagnostics of one project are counted only. */
export const MOST_DIAGNOSTICS = 200;

/** Where compilers write, outside the audited tree. */
export interface CompilePlace {
  readonly root: string;
  /** A folder of this audit alone. */
  readonly scratch: string;
  /** A folder that stays over audits: what an incremental compiler already knows. */
  readonly cache: string;
}

/** A TypeScript compiler. */
export interface Compiler {
  readonly bin: string;
  readonly version: string;
  readonly isOwn: boolean;
}

/** Runs the compiler of a project as a child process; it writes into folders of the audit only. */
export async function compile(config: ConfigFacts, place: CompilePlace): Promise<CompileFacts | undefined> {
  const compiler = findCompiler(path.dirname(config.file));
  if (!compiler) return undefined;
  const outDir = path.join(place.scratch, 'emitted', hash(config.file));
  const { run, diagnostics, emitted } = await runCompiler(compiler, compilerArguments(config, { ...place, outDir }), { config, place });
  return {
    compiler: { version: compiler.version, isOwn: compiler.isOwn },
    outcome: outcomeOf(run, diagnostics.length),
    diagnostics: diagnostics.slice(0, MOST_DIAGNOSTICS),
    more: Math.max(0, diagnostics.length - MOST_DIAGNOSTICS),
    emitted: sourceOfEmitted(config, { copies: emitted, copyFolder: outDir }),
  };
}

/** A compiler's run over a project, and what it printed. */
export async function runCompiler(
  { bin, isOwn }: Compiler,
  args: readonly string[],
  { config, place }: { readonly config: ConfigFacts; readonly place: CompilePlace },
): Promise<CompilerOutput & { readonly run: BoundedRun }> {
  // A project whose compiler is not installed was written for another one than ours.
  const lenient = isOwn ? [] : ['--ignoreDeprecations', '6.0'];
  const run = await runBounded({ command: [process.execPath, bin, ...args, ...lenient], cwd: place.root, timeoutMs: TIME_LIMIT, most: MOST_OUTPUT });
  const { diagnostics, emitted } = parseDiagnostics(run.output, { cwd: place.root, fallback: config.file });
  // Settings that the audit made of the project's own are not what has to be repaired.
  const own = diagnostics.map((one) => (one.file.startsWith(place.scratch) ? { ...one, file: config.file, line: 1 } : one));
  return { run, diagnostics: own, emitted };
}

/** The arguments that let a compiler look at everything and write nothing into the tree. */
function compilerArguments(config: ConfigFacts, { scratch, cache, outDir }: CompilePlace & { outDir: string }): readonly string[] {
  const fixed = ['-p', config.file, '--pretty', 'false'];
  const info = `${hash(config.file)}.tsbuildinfo`;
  if (config.noEmitWanted) return [...fixed, '--noEmit', '--incremental', '--tsBuildInfoFile', path.join(cache, info)];
  const types = config.hasDeclarationFolder ? ['--declarationDir', outDir] : [];
  const known = config.isIncremental ? ['--tsBuildInfoFile', path.join(scratch, info)] : [];
  return [...fixed, '--noEmitOnError', 'false', '--outDir', outDir, '--listEmittedFiles', ...types, ...known];
}

/** Whether a compiler came to an answer. */
export function outcomeOf(run: BoundedRun, diagnostics: number): CompileFacts['outcome'] {
  if (run.timedOut) return { kind: 'failed', message: `it did not end within ${TIME_LIMIT / 1000} s` };
  if (run.code === 0 || diagnostics > 0) return { kind: 'done' };
  return { kind: 'failed', message: run.output.trim().split('\n').at(-1)?.slice(0, 200) ?? `it ended with exit code ${run.code}` };
}

/** The compiler that a folder's own build would run, else the one of this package. */
export function findCompiler(folder: string): Compiler | undefined {
  const own = installedFolder(folder, 'typescript');
  const found = own ?? installedFolder(__dirname, 'typescript');
  const bin = found && path.join(found, 'bin', 'tsc');
  if (!found || !bin || !isFile(bin)) return undefined;
  const read = readText(path.join(found, 'package.json'));
  const json = read.kind === 'text' ? readJson(bin, read.text) : undefined;
  const version = json?.kind === 'value' ? textField(json.value, 'version') : undefined;
  return { bin, version: version ?? '?', isOwn: own !== undefined };
}

/** A short name for a project. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
