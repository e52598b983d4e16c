import type { Cause, NextCause } from '../causes/cause';
import { groupCauses } from '../causes/group-causes';
import type { ServiceManifest } from '../manifest/schema';
import { totalsOf } from '../run/build-run';
import type { RunRecord, ServiceRecord, TestRecord } from '../run/run-record';
import { unlockedSince } from '../run/unlocked';
import { joinTold, type ToldTest } from './collect-tests';
import type { ShardFolder } from './read-shard';

/** What one run is made of. */
export interface MergedParts {
  readonly id: string;
  readonly shards: readonly Pick<ShardFolder, 'manifest' | 'run' | 'journal'>[];
  readonly told: ReadonlyMap<string, readonly ToldTest[]>;
  readonly manifest: Readonly<Record<string, ServiceManifest>>;
  readonly platform: string;
  readonly before: Pick<RunRecord, 'causes'> | undefined;
}

/** One run of what all shards tell, as one machine would have recorded it. */
export function mergeRuns({ id, shards, told, manifest, platform, before }: MergedParts): RunRecord {
  const joined = [...told.values()].flatMap((one) => joinTold(one) ?? []);
  const tests = joined.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const services = mergeServices(shards.flatMap(({ run }) => run?.services ?? []));
  const causes = mergeCauses(
    groupCauses({ tests, services, manifest }).causes,
    shards.flatMap(({ run }) => run?.causes ?? []),
  );
  const causeOf = new Map(causes.flatMap((cause) => cause.tests.map((test) => [test, cause.id] as const)));
  const from = Math.min(...shards.map((shard) => Date.parse(shard.manifest.startedAt)));
  return {
    version: 1,
    id,
    platform,
    startedAt: new Date(from).toISOString(),
    durationMs: Math.max(...shards.map(endOf)) - from,
    full: shards.every((shard) => shard.manifest.whole),
    shards: shards.map((shard) => shard.manifest.shard),
    totals: totalsOf(tests),
    services,
    causes,
    unlocked: unlockedSince(before, tests),
    tests: tests.map((test) => ({ ...test, cause: causeOf.get(test.id) })),
  };
}

/** By project, file and line, as on one machine. */
function keyOf({ project, file, line, title, id }: TestRecord): string {
  return [project, file, String(line).padStart(6, '0'), title, id].join('\0');
}

/** When a shard was last heard of, in milliseconds since 1970. */
function endOf({ manifest, run, journal }: MergedParts['shards'][number]): number {
  const began = Date.parse(manifest.startedAt);
  const seen = [...journal.values()].map(({ beganAt, attempts }) => Math.max(beganAt ?? began, attempts.at(-1)?.at ?? began));
  return seen.reduce((last, at) => Math.max(last, at), run ? Date.parse(run.startedAt) + run.durationMs : began);
}

/** One record a service: not ready where it was not so on any machine, with all launchers that it had. */
export function mergeServices(records: readonly ServiceRecord[]): readonly ServiceRecord[] {
  const byName = new Map<string, ServiceRecord[]>();
  for (const record of records) byName.set(record.name, [...(byName.get(record.name) ?? []), record]);
  return [...byName].flatMap(([name, all]) => {
    const worst = all.find(({ readiness }) => readiness.state !== 'ready') ?? all[0];
    const launcher = [...new Set(all.map((one) => one.launcher))].join(', ');
    return worst ? [{ name, launcher, readiness: worst.readiness, changes: worst.changes }] : [];
  });
}

/** The causes of the joined tests, with what the shards knew of them beside their tests. */
export function mergeCauses(causes: readonly Cause[], known: readonly Cause[]): readonly Cause[] {
  const byId = new Map<string, Cause[]>();
  for (const cause of known) byId.set(cause.id, [...(byId.get(cause.id) ?? []), cause]);
  return causes.map((cause) => {
    const same = byId.get(cause.id) ?? [];
    if (same.length === 0) return cause;
    return {
      ...cause,
      evidence: unique([...cause.evidence, ...same.flatMap(({ evidence }) => evidence)]).slice(0, MOST_EVIDENCE),
      victims: unique([...cause.victims, ...same.flatMap(({ victims }) => victims)]),
      next: mergeNext(same),
    };
  });
}

const MOST_EVIDENCE = 8;

/** What the same tests would meet next: every shard has counted its own. */
function mergeNext(causes: readonly Cause[]): readonly NextCause[] {
  const counts = new Map<string, number>();
  for (const { summary, tests } of causes.flatMap(({ next }) => next)) counts.set(summary, (counts.get(summary) ?? 0) + tests);
  return [...counts].map(([summary, tests]) => ({ summary, tests })).sort((one, other) => other.tests - one.tests);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
