import type { LostRecord, TestRecord } from '../run/run-record';
import { verdictOfAttempts, type Attempt } from '../verdict/verdict-of-attempts';
import type { Verdict } from '../verdict/verdict';
import type { EndedAttempt } from './journal';
import { howCut } from './judge-shards';
import type { PlannedTest } from './planned-test';
import type { ShardFolder } from './read-shard';

/** A shard as its tests are collected from it. */
export type CollectedShard = Pick<ShardFolder, 'manifest' | 'run' | 'journal'>;

/** What is collected: every planned test, and what each shard tells of it. */
export interface Collection {
  readonly planned: ReadonlyMap<string, PlannedTest>;
  readonly shards: readonly CollectedShard[];
  /** Numbers of the shards that left nothing. */
  readonly missing: readonly number[];
  readonly total: number;
}

/** One test as one shard tells it. */
export interface ToldTest {
  readonly shard: number;
  readonly record: TestRecord;
}

/** What all shards tell, test by test: one of a set-up is told by several. */
export function collectTests({ planned, shards, missing, total }: Collection): ReadonlyMap<string, readonly ToldTest[]> {
  const told = new Map<string, ToldTest[]>();
  const add = (shard: number, record: TestRecord): void => {
    const list = told.get(record.id);
    if (list) list.push({ shard, record });
    else told.set(record.id, [{ shard, record }]);
  };
  for (const shard of shards) {
    for (const record of testsOf(shard, planned)) add(shard.manifest.shard.current, record);
  }
  // With fewer tests than the plan gives, nobody knows which ones a missing shard was to run.
  if (shards.some(({ manifest }) => manifest.left)) return told;
  for (const shard of missing) {
    const lost = { shard, reason: `shard ${shard} of ${total} is missing` };
    for (const test of planned.values()) if (test.shards.includes(shard)) add(shard, lostTest(test, lost));
  }
  return told;
}

/** The tests of a shard: by its record, else by its journal, else lost. */
function testsOf(shard: CollectedShard, planned: ReadonlyMap<string, PlannedTest>): readonly TestRecord[] {
  const { run, manifest, journal } = shard;
  const { current } = manifest.shard;
  const asked = manifest.left && new Set(manifest.left);
  const own = [...planned.values()].filter(({ id, shards }) => shards.includes(current) && (!asked || asked.has(id)));
  const records = new Map((run?.tests ?? []).map((record) => [record.id, record]));
  const reason = reasonOf(shard, planned);
  const known = own.map((test): TestRecord => {
    const told = records.get(test.id);
    // A shard that has ended knows itself what never ran, and why: a set-up that failed, the rest of a chain.
    if (told && (told.verdict !== 'unknown' || !howCut(manifest))) return told;
    const record = recordOf(test, journal.get(test.id)?.attempts ?? []);
    return record.verdict === 'unknown' ? { ...(told ?? record), lost: { shard: current, reason } } : record;
  });
  // A plan that cannot be read is no reason to lose what was recorded.
  const others = [...records.values()].filter(({ id }) => !planned.has(id));
  return [...known, ...others];
}

/** What the journal tells of a test: all that is left where the record of the run is lost. */
function recordOf(test: PlannedTest, ended: readonly EndedAttempt[]): TestRecord {
  const attempts = ended.map(attemptOf);
  const isLeftOut = test.skipped && attempts.length === 0;
  const { verdict, blockedBy } = isLeftOut ? { verdict: 'skipped' as const } : verdictOfAttempts(attempts);
  const failure = verdict === 'failed' ? ended.findLast((one) => one.failure)?.failure : undefined;
  return {
    ...baseOf(test),
    verdict,
    durationMs: ended.at(-1)?.ms ?? 0,
    retries: Math.max(ended.length - 1, 0),
    ...(blockedBy ? { blockedBy } : {}),
    ...(failure ? { failure } : {}),
  };
}

function attemptOf({ status, expected, blockedBy }: EndedAttempt): Attempt {
  if (blockedBy) return { status: 'failed', blocked: blockedBy };
  if (status === 'interrupted' || (status === 'skipped' && expected !== 'skipped')) return { status: 'unfinished' };
  if (status === 'skipped') return { status };
  return status === expected ? { status: 'passed' } : { status: 'failed', blocked: undefined };
}

function lostTest(test: PlannedTest, lost: LostRecord): TestRecord {
  return { ...baseOf(test), verdict: 'unknown', durationMs: 0, retries: 0, lost };
}

function baseOf({ id, title, file, line, project, area, declared }: PlannedTest) {
  return { id, title, file, line, project, area, needs: declared, declared, learned: [] };
}

/** Why a test of this shard has no result, with the last test that the shard was seen running. */
function reasonOf({ manifest, journal }: CollectedShard, planned: ReadonlyMap<string, PlannedTest>): string {
  const { current, total } = manifest.shard;
  const how = howCut(manifest) ?? 'has ended without a result of it';
  const began = [...journal].filter(([, { beganAt }]) => beganAt !== undefined);
  began.sort(([, one], [, other]) => (one.beganAt ?? 0) - (other.beganAt ?? 0));
  const open = began.filter(([, { isRunning, attempts }]) => isRunning || attempts.at(-1)?.status === 'interrupted');
  const [id] = open.at(-1) ?? began.at(-1) ?? [];
  const test = id === undefined ? undefined : planned.get(id);
  const seen = test ? `last seen running "${test.title}" (${test.file}:${test.line}, ${test.project})` : 'before its first test';
  return `shard ${current} of ${total} ${how}, ${seen}`;
}

/** The worst first: of a set-up that failed in one shard, the others say nothing. */
const WORST: readonly Verdict[] = ['failed', 'unknown', 'blocked', 'flaky', 'passed', 'skipped'];

/** One record a test: of one that several shards have run, the worst. */
export function joinTold(told: readonly ToldTest[]): TestRecord | undefined {
  const records = told.map(({ record }) => record);
  return WORST.map((verdict) => records.find((record) => record.verdict === verdict)).find(Boolean);
}
