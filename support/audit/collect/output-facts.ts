import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { field } from '../../data/field';
import type { CompileFacts, Graph, OutputFacts } from '../model/facts';
import { isFile, readText, writtenAt } from './read-text';

const COMPILED = /^\/\/# sourceMappingURL=|"__esModule"|__importDefault|__webpack_require__|__toESM|__commonJS/m;
const OUTPUT_FOLDER = /^(dist|build|out|compiled|\.output)$/;
const LARGEST_MAP = 64 * 1024 * 1024;
// A checkout writes files in any order within this time (ms).
const SAME_TIME = 2_000;

/** What an entry was made of. */
export interface OutputQuestion {
  readonly folder: string;
  readonly entry: string;
  readonly compile?: CompileFacts;
  readonly sources?: Graph;
}

/** Whether a file was made by a build, and whether the build was that of the present sources. */
export function outputFacts({ folder, entry, compile, sources }: OutputQuestion): OutputFacts {
  const isCompiled = isOutput(folder, entry);
  if (!isCompiled || !isFile(entry)) return { isCompiled };
  const emitted = compile?.emitted ?? new Map<string, never>();
  if (emitted.size > 0) return { isCompiled, staleBecauseOf: staleEmitted(emitted) };
  return { isCompiled, staleBecauseOf: staleByMap(entry) ?? staleByTime(entry, sources) };
}

/** Whether a file lies in a folder for output, or reads like a compiler's work. */
export function isOutput(folder: string, file: string): boolean {
  const parts = path.relative(folder, file).split(path.sep).slice(0, -1);
  if (parts.some((part) => OUTPUT_FOLDER.test(part))) return true;
  return file.endsWith('js') && looksCompiled(file);
}

/** Whether the text of a file reads like a compiler's work. */
export function looksCompiled(file: string): boolean {
  const read = readText(file);
  return read.kind === 'text' && COMPILED.test(read.text);
}

/** The source from which a bundler made an entry, by its source map or its usual place. */
export function sourceEntryOf(folder: string, entry: string): string | undefined {
  const stem = path.basename(entry).replace(/\.[cm]?js$/, '');
  const own = mapOf(entry)
    .map(({ file }) => file)
    .filter((file) => file.startsWith(folder + path.sep) && !file.includes('node_modules'));
  const mapped = own.filter((file) => path.basename(file).replace(/\.[cm]?[jt]sx?$/, '') === stem).at(-1) ?? own.at(-1);
  if (mapped && isFile(mapped)) return mapped;
  const below = path.relative(folder, entry).split(path.sep).slice(1).join(path.sep).replace(/\.[cm]?js$/, '');
  const guesses = ['src', 'server', '.'].flatMap((top) => ['.ts', '.tsx', '.mts', '.js', '.mjs'].map((end) => path.join(folder, top, below + end)));
  return guesses.find((file) => file !== entry && isFile(file));
}

/** Whether a folder holds sources from which output could be made again. */
export function hasSources(folder: string): boolean {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).slice(0, 2_000) : [];
  return names.some((one) =>
    one.isDirectory() ? /^(src|source|sources|app|server)$/.test(one.name) : /\.[cm]?tsx?$/.test(one.name) && !one.name.endsWith('.d.ts'),
  );
}

function staleEmitted(emitted: CompileFacts['emitted']): string | undefined {
  for (const [file, { source, copy }] of emitted) {
    if (!isFile(file) || writtenAt(file) + SAME_TIME >= writtenAt(source)) continue;
    if (withoutMap(file) !== withoutMap(copy)) return source;
  }
  return undefined;
}

function withoutMap(file: string): string {
  const read = readText(file);
  return read.kind === 'text' ? read.text.replace(/^\/\/# sourceMappingURL=.*$/m, '').trim() : '';
}

function staleByMap(entry: string): string | undefined {
  const withContent = mapOf(entry).filter((one) => one.content !== undefined && !one.file.includes('node_modules'));
  return withContent.find(({ file, content }) => {
    const read = readText(file);
    return read.kind === 'text' && read.text !== content?.replace(/^\uFEFF/, '');
  })?.file;
}

function staleByTime(entry: string, sources: Graph | undefined): string | undefined {
  if (mapOf(entry).some((one) => one.content !== undefined)) return undefined;
  const written = writtenAt(entry);
  const files = [...(sources?.files.keys() ?? [])].filter((file) => file !== entry);
  return files.find((file) => writtenAt(file) > written + SAME_TIME);
}

const maps = new Map<string, readonly { readonly file: string; readonly content?: string }[]>();

function mapOf(entry: string): readonly { readonly file: string; readonly content?: string }[] {
  const file = `${entry}.map`;
  const key = `${file}:${writtenAt(file)}`;
  const known = maps.get(key) ?? readMap(file);
  maps.set(key, known);
  return known;
}

function readMap(file: string): readonly { readonly file: string; readonly content?: string }[] {
  const read = readText(file, LARGEST_MAP);
  if (read.kind !== 'text') return [];
  try {
    const map: unknown = JSON.parse(read.text);
    const sources = field(map, 'sources');
    const contents = field(map, 'sourcesContent');
    if (!Array.isArray(sources)) return [];
    return sources.map((source, index) => {
      const content: unknown = field(contents, index);
      const found = path.resolve(path.dirname(file), String(field(map, 'sourceRoot') ?? ''), String(source));
      return { file: found, content: typeof content === 'string' ? content : undefined };
    });
  } catch {
    return [];
  }
}
