import path from 'node:path';

const OUTPUT_OF: Readonly<Record<string, string>> = { '.ts': '.js', '.tsx': '.js', '.jsx': '.js', '.js': '.js', '.mts': '.mjs', '.mjs': '.mjs', '.cts': '.cjs', '.cjs': '.cjs', '.json': '.json' };

/**
 * Where a compiler writes the output of a source: at the same place below another folder. `undefined` where nothing
 * is written for it.
 */
export function outputFileOf(source: string, { from, to }: { readonly from: string; readonly to: string }): string | undefined {
  const below = path.relative(from, source);
  if (below.startsWith('..') || path.isAbsolute(below) || /\.d\.[cm]?ts$/.test(source)) return undefined;
  const end = path.extname(source);
  const output = OUTPUT_OF[end];
  return output === undefined ? undefined : path.resolve(to, below.slice(0, -end.length) + output);
}
