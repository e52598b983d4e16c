import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { journalFile } from './journal';
import type { MergeProblem } from './problem';
import { MANIFEST_NAME } from './shard-manifest';

/** How deep a CI lays what it has gathered. */
const DEPTH = 4;

/** Folders that are parts of a shard and never hold one. */
const PARTS: ReadonlySet<string> = new Set(['allure-results', 'allure', 'artifacts', 'logs', 'blob-report', 'node_modules']);

/** The folders of shards in those that were given, or below them, each once; and those that hold none. */
export function findShards(given: readonly string[]): { readonly folders: readonly string[]; readonly problems: readonly MergeProblem[] } {
  const folders = new Set<string>();
  const problems: MergeProblem[] = [];
  for (const one of given) {
    const found = existsSync(one) ? shardsBelow(path.resolve(one), DEPTH) : [];
    for (const folder of found) folders.add(realpathSync(folder));
    if (found.length > 0) continue;
    const what = existsSync(one) ? `holds no shard: there is no ${MANIFEST_NAME} in it or below` : 'is not there';
    problems.push({ kind: 'missing', message: `The folder ${one} ${what}.` });
  }
  return { folders: [...folders], problems };
}

function shardsBelow(folder: string, depth: number): readonly string[] {
  if (existsSync(path.join(folder, MANIFEST_NAME)) || existsSync(journalFile(folder))) return [folder];
  if (depth === 0) return [];
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !PARTS.has(entry.name));
  return inner.map(({ name }) => name).sort().flatMap((name) => shardsBelow(path.join(folder, name), depth - 1));
}
