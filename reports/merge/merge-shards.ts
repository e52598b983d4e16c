import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { outputFolder, type PlatformSetting } from '../../support/config/platform-setting';
import { writeOrTell } from '../../support/errors/full-disk';
import { UsageError } from '../../support/errors/usage-error';
import { collectTests } from '../../support/merge/collect-tests';
import { findShards } from '../../support/merge/find-shards';
import { judgeShards, type Judged } from '../../support/merge/judge-shards';
import { lastFailedFile, testsToRunAgain, writeLastFailed } from '../../support/merge/last-failed';
import { mergeRuns } from '../../support/merge/merge-runs';
import type { MergeProblem } from '../../support/merge/problem';
import { readPlan } from '../../support/merge/read-plan';
import { readShard, type ShardFolder } from '../../support/merge/read-shard';
import { decideOutcome, type RunOutcome } from '../../support/run/exit-policy';
import { readRun } from '../../support/run/run-file';
import type { RunRecord, TestRecord } from '../../support/run/run-record';
import { generateReport } from '../allure/generate-report';
import { ownRules } from '../allure/quality-gate';
import { leaveRun } from '../reporter/leave-run';
import { ResultsGatherer, type Gathering } from './gather-results';
import { mergeBlobs } from './merge-blobs';
import { mergeEnvironments } from './merge-environments';

/** What is merged, and whereto. */
export interface MergeSetting {
  readonly folders: readonly string[];
  /** How many shards there must be, where it was said. */
  readonly expected?: number;
  /** The platform; the merge is written to its output folder. */
  readonly setting: PlatformSetting;
  /** Whether Allure's report is made. */
  readonly report: boolean;
}

/** A run that was put together. */
export interface MergedRun {
  readonly run: RunRecord;
  readonly outcome: RunOutcome;
  /** Where the reports and the tests to run again are, and what could not be written. */
  readonly notes: readonly string[];
}

/**
 * Joins what shards have left into one run: record, summary, causes, Allure's report, Playwright's report
 * where there are blobs, history, ledger, and the tests to run again.
 *
 * @throws UsageError when there is nothing to merge.
 */
export async function mergeShards({ folders, expected, setting, report }: MergeSetting): Promise<MergedRun> {
  const output = outputFolder(setting);
  const { judged, problems: read } = await readShards(folders, { output, expected });
  const { shards } = judged;
  const plan = await readPlan(shards);
  const told = collectTests({ ...judged, planned: plan.planned });
  const found = [...read, ...judged.problems, ...plan.problems, ...shards.flatMap(({ problems }) => problems)];
  const { name, services } = setting.manifest;
  const first = mergeRuns({ id: randomUUID().slice(0, 8), shards, told, manifest: services, platform: name, before: readRun(output) });
  const results = path.join(output, 'allure-results');
  const written = gather({ results, run: first, told }, judged);
  const blobs = await mergeBlobs({ shards, output, root: setting.root });
  const problems = [...found, ...lostIn(first.tests), ...written, ...blobs.problems];
  const run: RunRecord = { ...first, problems, full: first.full && problems.length === 0 };
  const policy = shards.every(({ manifest }) => manifest.blocked === 'allow') ? 'allow' : 'fail';
  const outcome: RunOutcome = problems.length > 0 ? { status: 'failed', note: NOT_WHOLE } : decideOutcome(run.totals, policy);
  const notes = [...leaveRun(setting, { run, outcome }), ...tellRunAgain(output, testsToRunAgain(run.tests))];
  const isGathered = !written.some(({ kind }) => kind === 'unwritten');
  const rules = [...ownRules(policy), ...(shards[0]?.manifest.qualityGate ?? [])];
  const order = { results, report: path.join(output, 'allure'), run, root: setting.root, rules };
  const made = report && isGathered ? await generateReport(order) : { lines: [], isGateFailed: false };
  const judgedOutcome: RunOutcome = made.isGateFailed ? { ...outcome, status: 'failed' } : outcome;
  return { run, outcome: judgedOutcome, notes: [...notes, ...made.lines, ...(blobs.line ? [blobs.line] : [])] };
}

const NOT_WHOLE = 'The run is not whole, and so it is red whatever its tests say.';

interface ReadShards {
  readonly judged: Judged<ShardFolder>;
  readonly problems: readonly MergeProblem[];
}

async function readShards(given: readonly string[], { output, expected }: { output: string; expected?: number }): Promise<ReadShards> {
  const { folders, problems } = findShards(given);
  if (folders.includes(output)) {
    throw new UsageError(`${output} holds a shard, and is where the merge would be written: move the shard, or give --output.`);
  }
  const shards: ShardFolder[] = [];
  const unread: MergeProblem[] = [...problems];
  for (const folder of folders) {
    const shard = await readShard(folder);
    if ('manifest' in shard) shards.push(shard);
    else unread.push(...shard.problems);
  }
  if (shards.length === 0) {
    throw new UsageError(['There is no shard to merge.', ...unread.map(({ message }) => message)].join('\n  '));
  }
  return { judged: judgeShards(shards, expected), problems: unread };
}

/** Lays all results into one folder. @returns what is damaged, or that the disk is full. */
function gather(gathering: Gathering, { shards, total }: Judged<ShardFolder>): readonly MergeProblem[] {
  const { results } = gathering;
  rmSync(results, { recursive: true, force: true });
  mkdirSync(path.dirname(results), { recursive: true });
  let damaged: readonly MergeProblem[] = [];
  const full = writeOrTell(path.dirname(results), "Allure's results", () => {
    const gatherer = new ResultsGatherer(gathering);
    for (const shard of shards) gatherer.add(shard);
    damaged = gatherer.problems;
    gatherer.addMissing(total);
    mergeEnvironments(results, shards);
  });
  if (!full) return damaged;
  // Half of them would make a report that is green by mistake, and the record needs the room.
  rmSync(results, { recursive: true, force: true });
  return [...damaged, { kind: 'unwritten', message: full }];
}

function lostIn(tests: readonly TestRecord[]): readonly MergeProblem[] {
  const reasons = new Map<string, TestRecord[]>();
  for (const test of tests) if (test.lost) reasons.set(test.lost.reason, [...(reasons.get(test.lost.reason) ?? []), test]);
  return [...reasons].map(([reason, lost]) => ({
    kind: 'lost' as const,
    shard: lost[0]?.lost?.shard,
    message: `${lost.length} ${lost.length === 1 ? 'test has' : 'tests have'} no result: ${reason}.`,
  }));
}

function tellRunAgain(output: string, ids: readonly string[]): readonly string[] {
  const full = writeOrTell(output, 'last-failed.json', () => writeLastFailed(output, ids));
  if (full) return [full];
  const file = path.relative(process.cwd(), lastFailedFile(output));
  return ids.length === 0 ? [] : [`run the ${ids.length} failed and lost tests again: npx playwright test --last-failed --last-failed-file=${file}`];
}
