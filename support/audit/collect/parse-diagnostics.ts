import path from 'node:path';
import type { Diagnostic } from '../model/facts';

const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/;
const GLOBAL = /^error (TS\d+): (.*)$/;
const EMITTED = /^TSFILE: (.*)$/;

/** What a compiler printed with `--pretty false --listEmittedFiles`. */
export interface CompilerOutput {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths. */
  readonly emitted: readonly string[];
}

/**
 * Reads a compiler's output; relative paths are below `cwd`, errors without a place stand at `fallback`.
 *
 * @example parseDiagnostics("src/a.ts(3,7): error TS2322: Type 'x'…", { cwd: '/s', fallback: '/s/tsconfig.json' })
 */
export function parseDiagnostics(
  output: string,
  { cwd, fallback }: { readonly cwd: string; readonly fallback: string },
): CompilerOutput {
  const diagnostics: Diagnostic[] = [];
  const emitted: string[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, file, at, code, message] = DIAGNOSTIC.exec(line) ?? [];
    const [, globalCode, globalMessage] = GLOBAL.exec(line) ?? [];
    const [, written] = EMITTED.exec(line) ?? [];
    if (file && code) diagnostics.push({ file: path.resolve(cwd, file), line: Number(at), code, message: message ?? '' });
    else if (globalCode) diagnostics.push({ file: fallback, line: 1, code: globalCode, message: globalMessage ?? '' });
    else if (written) emitted.push(path.resolve(cwd, written));
    // An indented line goes on with the message before it; the first one says enough.
  }
  return { diagnostics, emitted };
}
