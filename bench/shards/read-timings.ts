import { parse } from 'csv-parse/sync';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Unit → milliseconds, in the order of Playwright's queue: by name. */
export type Timings = ReadonlyMap<string, number>;

/** A suite's timings: one version, or several by date. */
export interface TimingSet {
  readonly name: string;
  readonly versions: readonly { readonly date: string; readonly timings: Timings }[];
  /** Files that could not be read, with the reason. */
  readonly damaged: readonly string[];
}

/** All sets of a folder: a CSV file (`spec,seconds`) is one version, a folder of JSON files is several. */
export function readTimings(folder: string): readonly TimingSet[] {
  return readdirSync(folder)
    .sort()
    .flatMap((entry) => {
      const file = path.join(folder, entry);
      if (statSync(file).isDirectory()) return readVersions(entry, file);
      return entry.endsWith('.csv') ? readCsv(entry, file) : [];
    })
    .filter(({ versions, damaged }) => versions.length > 0 || damaged.length > 0);
}

function readCsv(entry: string, file: string): TimingSet {
  // csv-parse gives texts under the names of the first line.
  const rows = parse(readFileSync(file), { columns: true, skip_empty_lines: true }) as Record<string, string>[];
  const pairs = rows.map((row): [string, number] => [row.spec ?? '', Number(row.seconds) * 1_000]);
  return { name: entry.replace(/-playwright-specs\.csv$|\.csv$/, ''), versions: [{ date: '', timings: timingsOf(pairs) }], damaged: [] };
}

function readVersions(name: string, folder: string): TimingSet {
  const damaged: string[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const versions = files.sort().flatMap((file) => {
    try {
      const json: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      return { date: file.replace('.json', ''), timings: timingsOf(pairsOf(json)) };
    } catch (error) {
      damaged.push(`${name}/${file}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  return { name, versions, damaged };
}

/** Two forms: `{ unit: ms }`, and `{ durations: [{ spec, duration }] }`. */
function pairsOf(json: unknown): readonly (readonly [string, number])[] {
  if (typeof json !== 'object' || json === null) throw new Error('neither an object of times nor a list of durations');
  const { durations } = json as { durations?: { spec: string; duration: number }[] }; // checked below
  const pairs = durations ? durations.map(({ spec, duration }) => [spec, duration] as const) : Object.entries(json);
  return pairs.map(([unit, ms]): [string, number] => [unit, Number(ms)]);
}

function timingsOf(pairs: readonly (readonly [string, number])[]): Timings {
  const wrong = pairs.find(([unit, ms]) => !unit || !Number.isFinite(ms) || ms < 0);
  if (wrong) throw new Error(`"${wrong[0]}" has no time`);
  return new Map([...pairs].sort(([one], [other]) => (one < other ? -1 : 1)));
}
