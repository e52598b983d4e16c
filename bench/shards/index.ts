import Table from 'cli-table3';
import { exampleTimings } from './example';
import { readTimings, type TimingSet } from './read-timings';
import { score, type Score } from './score';

const WORKERS = [1, 2, 4];
const SHARDS = [2, 4, 8, 16];

// How near the plans come to what is possible, on timings of real suites: the folder is the argument.
const folder = process.argv[2];
const sets = folder ? readTimings(folder) : exampleTimings();
if (!folder) console.log('No folder was given: these are made-up timings. npm run bench:shards -- <folder>');
for (const { damaged } of sets) for (const line of damaged) console.log(`not read: ${line}`);

console.log('\nLast finish ÷ bound, planned and scored on the newest times (in brackets: the built-in split)');
const same = sets.flatMap((set) => known(set, set.versions.at(-1), set.versions.at(-1)));
printBySet(same);
printSummary(same);

const drift = sets.flatMap((set) => set.versions.slice(1).flatMap((next, index) => known(set, set.versions[index], next)));
if (drift.length > 0) {
  console.log('\nPlanned with each version of the times and scored on the next, new tests and all');
  printSummary(drift);
}

interface NamedScore extends Score {
  readonly name: string;
}

type Version = TimingSet['versions'][number] | undefined;

function known({ name }: TimingSet, plan: Version, actual: Version): readonly NamedScore[] {
  if (!plan || !actual) return [];
  return WORKERS.flatMap((workers) =>
    SHARDS.map((shards) => ({ name, ...score(plan.timings, actual.timings, { shards, workers }) })),
  );
}

function printBySet(scores: readonly NamedScore[]): void {
  const table = new Table({ head: ['suite', 'workers', ...SHARDS.map((shards) => `${shards} shards`)], style: { head: [], border: [] } });
  for (const name of new Set(scores.map((one) => one.name))) {
    for (const workers of WORKERS) {
      const row = scores.filter((one) => one.name === name && one.workers === workers);
      table.push([name, workers, ...row.map(({ planned, builtIn, isLongestBound }) => `${planned.toFixed(3)} (${builtIn.toFixed(2)})${isLongestBound ? ' *' : ''}`)]);
    }
  }
  console.log(table.toString());
  console.log('* the longest unit alone takes as long as this: more shards cannot help');
}

function printSummary(scores: readonly NamedScore[]): void {
  const table = new Table({ head: ['workers', 'shards', 'plan: median', 'plan: worst', 'built-in: median', 'built-in: worst', 'plan is later'], style: { head: [], border: [] } });
  for (const workers of WORKERS) {
    for (const shards of SHARDS) {
      const some = scores.filter((one) => one.workers === workers && one.shards === shards);
      const later = some.filter(({ planned, builtIn }) => planned > builtIn * 1.001).length;
      table.push([workers, shards, ...spread(some.map(({ planned }) => planned)), ...spread(some.map(({ builtIn }) => builtIn)), `${later} of ${some.length}`]);
    }
  }
  table.push(['all', 'all', ...spread(scores.map(({ planned }) => planned)), ...spread(scores.map(({ builtIn }) => builtIn)), '']);
  console.log(table.toString());
}

function spread(values: readonly number[]): readonly string[] {
  const sorted = [...values].sort((one, other) => one - other);
  return [sorted[(sorted.length - 1) >> 1], sorted.at(-1)].map((value) => (value ?? 0).toFixed(3));
}
