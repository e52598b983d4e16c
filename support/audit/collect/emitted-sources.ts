import path from 'node:path';
import type { CompileFacts } from '../model/facts';
import { isFile } from './read-text';
import type { ConfigFacts } from './tsconfig-facts';

const SOURCES_OF: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
  '.json': ['.json'],
};

/** What a compiler wrote into a folder of the audit: where its own build would write it, and from which source. */
export function sourceOfEmitted(
  config: ConfigFacts,
  { copies, copyFolder }: { readonly copies: readonly string[]; readonly copyFolder: string },
): CompileFacts['emitted'] {
  const names = copies.map((copy) => path.relative(copyFolder, copy)).filter((name) => path.extname(name) in SOURCES_OF);
  const base = baseOf(config, names);
  if (base === undefined) return new Map();
  const folder = config.outDir ?? base;
  return new Map(
    names.map((name) => [
      path.resolve(folder, name),
      { source: sourceAt(base, name) ?? path.join(base, name), copy: path.join(copyFolder, name) },
    ]),
  );
}

/** The folder whose layout the output repeats: the deepest one below which a source of every file lies. */
function baseOf(config: ConfigFacts, names: readonly string[]): string | undefined {
  const [first] = config.files;
  if (first === undefined || names.length === 0) return undefined;
  if (config.rootDir !== undefined) return path.normalize(config.rootDir);
  for (let folder = path.dirname(path.normalize(first)); ; folder = path.dirname(folder)) {
    if (names.every((name) => sourceAt(folder, name) !== undefined)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function sourceAt(base: string, name: string): string | undefined {
  const end = path.extname(name);
  const stem = path.join(base, name.slice(0, -end.length));
  return SOURCES_OF[end]?.map((source) => stem + source).find(isFile);
}
