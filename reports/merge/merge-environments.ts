import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ShardFolder } from '../../support/merge/read-shard';

const NAME = 'environment.properties';
/** What each says of itself alone. */
const OF_ONE_SHARD: ReadonlySet<string> = new Set(['run', 'shard']);

/**
 * Writes one table of the environment: what all shards say alike once, the rest with the shard that says it.
 * Allure would take one folder's for all.
 */
export function mergeEnvironments(results: string, shards: readonly Pick<ShardFolder, 'folder' | 'manifest'>[]): void {
  const said = new Map<string, Map<string, number[]>>();
  for (const { folder, manifest } of shards) {
    const rows = propertiesOf(path.join(folder, 'allure-results', NAME)).filter(([key]) => !OF_ONE_SHARD.has(key));
    for (const [key, value] of rows) {
      const values = said.get(key) ?? new Map<string, number[]>();
      said.set(key, values);
      values.set(value, [...(values.get(value) ?? []), manifest.shard.current]);
    }
  }
  const lines = [...said].flatMap(([key, values]) =>
    [...values].map(([value, numbers]) => (numbers.length === shards.length ? `${key}=${value}` : `${key}.shard-${rangeOf(numbers)}=${value}`)),
  );
  const total = shards[0]?.manifest.shard.total;
  writeFileSync(path.join(results, NAME), `${[`shards=${shards.length} of ${total}`, ...lines].join('\n')}\n`);
}

function propertiesOf(file: string): readonly (readonly [string, string])[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    return at > 0 && !line.startsWith('#') ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const] : [];
  });
}

function rangeOf(numbers: readonly number[]): string {
  return numbers.join('-');
}
