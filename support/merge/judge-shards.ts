import path from 'node:path';
import type { MergeProblem } from './problem';
import type { ShardFolder } from './read-shard';
import type { ShardManifest } from './shard-manifest';

/** What is looked at of a shard to say whether it belongs to a run. */
export type JudgedShard = Pick<ShardFolder, 'folder' | 'manifest'>;

/** The shards of one run, and what is wrong with the rest. */
export interface Judged<T extends JudgedShard> {
  /** Ascending by their number, each once. */
  readonly shards: readonly T[];
  readonly total: number;
  /** Numbers of the shards that left nothing. */
  readonly missing: readonly number[];
  readonly problems: readonly MergeProblem[];
}

/**
 * Which folders belong to one run: those of the plan, commit and CI run that most of them are of. Of a
 * shard that is there twice, the one that got further is taken.
 *
 * @param expected how many shards there must be, where it was said
 */
export function judgeShards<T extends JudgedShard>(found: readonly T[], expected?: number): Judged<T> {
  const own = mostCommon(found);
  const reference = own[0]?.manifest;
  if (!reference) return { shards: [], total: expected ?? 0, missing: [], problems: [] };
  const foreign = found.filter((one) => !own.includes(one)).map((one) => tellForeign(one, reference));
  const chosen = new Map<number, T>();
  const twice: MergeProblem[] = [];
  for (const one of own) {
    const { current } = one.manifest.shard;
    const other = chosen.get(current);
    const [better, worse] = other && further(one.manifest) <= further(other.manifest) ? [other, one] : [one, other];
    chosen.set(current, better);
    if (worse) twice.push({ kind: 'twice', shard: current, message: `Shard ${current} is there twice: ${nameOf(better)} was taken, ${nameOf(worse)} left out.` });
  }
  const { total } = reference.shard;
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((number) => !chosen.has(number));
  const shards = [...chosen.values()].sort((one, other) => one.manifest.shard.current - other.manifest.shard.current);
  const problems = [...foreign, ...twice, ...tellMissing(missing, { total, expected }), ...shards.flatMap(tellCut)];
  return { shards, total, missing, problems };
}

function mostCommon<T extends JudgedShard>(found: readonly T[]): readonly T[] {
  const groups: T[][] = [];
  for (const one of found) {
    const group = groups.find(([first]) => first && differences(first.manifest, one.manifest).length === 0);
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.reduce<readonly T[]>((most, group) => (group.length > most.length ? group : most), []);
}

type Told = readonly [what: string, of: (manifest: ShardManifest) => string | undefined];

const TOLD: readonly Told[] = [
  ['platform', ({ platform }) => platform],
  ['run of the CI', ({ ciRun }) => ciRun],
  ['commit', ({ commit }) => commit],
  ['number of shards', ({ shard }) => String(shard.total)],
  ['plan', ({ shard }) => shard.digest],
];

/** What two manifests say differently; what one of them does not say is no difference. */
function differences(one: ShardManifest, other: ShardManifest): readonly Told[] {
  return TOLD.filter(([, of]) => of(one) !== undefined && of(other) !== undefined && of(one) !== of(other));
}

function tellForeign(shard: JudgedShard, reference: ShardManifest): MergeProblem {
  const told = differences(shard.manifest, reference).map(([what, of]) => `another ${what} (${of(shard.manifest)}, not ${of(reference)})`);
  return { kind: 'foreign', message: `${nameOf(shard)} is of ${told.join(' and ')}: it was left out.` };
}

function tellMissing(missing: readonly number[], { total, expected }: { total: number; expected?: number }): readonly MergeProblem[] {
  const wrong = expected !== undefined && expected !== total;
  return [
    ...(wrong ? [{ kind: 'missing' as const, message: `${expected} shards were expected, but their plan is for ${total}.` }] : []),
    ...missing.map((shard) => ({ kind: 'missing' as const, shard, message: `Shard ${shard} of ${total} is missing: it left no folder that could be read.` })),
  ];
}

function tellCut({ manifest, ...shard }: JudgedShard): readonly MergeProblem[] {
  const how = howCut(manifest);
  if (!how) return [];
  const { current, total } = manifest.shard;
  return [{ kind: 'cut', shard: current, message: `Shard ${current} of ${total} ${how} (${nameOf(shard)}).` }];
}

/** How a shard was kept from its end; `undefined` where it was not. */
export function howCut({ state, status }: Pick<ShardManifest, 'state' | 'status'>): string | undefined {
  if (state === 'running') return 'was cut off';
  if (status === 'interrupted') return 'was interrupted';
  return status === 'timedout' ? 'ran out of its global time' : undefined;
}

/** How far a shard got: ended before cut off, then by its tests. */
function further(manifest: ShardManifest): number {
  return (howCut(manifest) ? 0 : 1_000_000) + (manifest.done ?? 0);
}

function nameOf({ folder }: Pick<JudgedShard, 'folder'>): string {
  return path.relative(process.cwd(), folder) || '.';
}
