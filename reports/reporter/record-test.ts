import type { TestCase, TestResult } from '@playwright/test/reporter';
import path from 'node:path';
import type { Observation } from '../../support/evidence/observation';
import type { KnownTests } from '../../support/history/known-tests';
import type { PlatformManifest } from '../../support/manifest/schema';
import { declaredNeeds } from '../../support/needs/declared-needs';
import { needsOfTest } from '../../support/needs/needs-of-test';
import { needsReal } from '../../support/needs/needs-real';
import type { FailureRecord, TestRecord } from '../../support/run/run-record';
import type { TimelineEntry } from '../../support/stack/keeper/timeline-file';
import { parseBlocked, type Blocked } from '../../support/verdict/blocked';
import { judgeAttempt } from '../../support/verdict/judge-attempt';
import { verdictOfAttempts, type Attempt } from '../../support/verdict/verdict-of-attempts';
import { tagValue } from './allure-labels';
import { failureOf } from './failure';
import type { TimesAround } from './test-times';

/** Everything that the verdicts of a run rest on. */
export interface RunEvidence {
  readonly root: string;
  readonly manifest: Pick<PlatformManifest, 'services' | 'learnedNeeds'>;
  readonly history: KnownTests;
  readonly timeline: readonly TimelineEntry[];
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  /** The services of every trace. */
  readonly traces: ReadonlyMap<string, ReadonlySet<string>>;
  /** What was measured around each test. */
  readonly times: ReadonlyMap<string, TimesAround>;
}

/** The record of one finished test, with its verdict. */
export function recordTest(test: TestCase, evidence: RunEvidence): TestRecord {
  const seen = evidence.observations.get(test.id) ?? [];
  const { services: needs } = needsOfTest(test, evidence.history, evidence.manifest);
  const attempts = attemptsOf(test, { evidence, needs, seen });
  const { verdict, blockedBy } = verdictOfAttempts(attempts);
  const failed = test.results.findLast((_result, index) => isOwnFailure(attempts[index]));
  const unreal = verdict === 'skipped' ? needsReal({ tags: test.tags, needs }, evidence.manifest.services) : [];
  const [, project = '', file = '', ...titles] = test.titlePath();
  return {
    id: test.id,
    title: titles.join(' › '),
    file: path.relative(evidence.root, test.location.file) || file,
    line: test.location.line,
    project,
    area: tagValue(test.tags, 'area'),
    verdict,
    durationMs: Math.round(test.results.at(-1)?.duration ?? 0),
    ...evidence.times.get(test.id),
    retries: Math.max(test.results.length - 1, 0),
    needs,
    declared: declaredNeeds(test.tags),
    learned: learnedFrom(seen, evidence),
    ...(blockedBy ? { blockedBy } : {}),
    ...(unreal.length > 0 ? { needsReal: unreal } : {}),
    ...(verdict === 'failed' && failed ? { failure: failureIn(failed, seen, evidence.root) } : {}),
  };
}

/** What a failed attempt says; what the browser itself met comes first: the rest is what came of it. */
function failureIn(failed: TestResult, seen: readonly Observation[], root: string): FailureRecord {
  const failure = failureOf(failed, root);
  const own = seen.filter(({ retry }) => retry === failed.retry);
  if (own.some(({ crashed }) => crashed)) return { ...failure, message: `Page crashed: ${failure.message}` };
  const networkChanged = own.some((one) => one.networkChanged);
  return networkChanged ? { ...failure, message: `net::ERR_NETWORK_CHANGED: ${failure.message}` } : failure;
}

/** The services that a test's traffic went to, and those behind them that took part in its traces. */
function learnedFrom(seen: readonly Observation[], { traces, manifest: { services } }: RunEvidence): readonly string[] {
  const touched = seen.flatMap((one) => one.touched);
  const behind = seen.flatMap((one) => one.traces).flatMap((trace) => [...(traces.get(trace) ?? [])]);
  return [...new Set([...touched, ...behind])].filter((name) => services[name]).sort();
}

/** A failure that no outage explains: what it says is what has to be repaired. */
function isOwnFailure(attempt: Attempt | undefined): boolean {
  return attempt?.status === 'failed' && !attempt.blocked;
}

interface AttemptContext {
  readonly evidence: RunEvidence;
  readonly needs: readonly string[];
  readonly seen: readonly Observation[];
}

/** All attempts; a test that the gate has blocked is blocked also where its turn never came (`-x`, `--debug`). */
function attemptsOf(test: TestCase, context: AttemptContext): readonly Attempt[] {
  if (test.results.length > 0) return test.results.map((result) => attemptOf(test, result, context));
  const blocked = saidBlocked(test.annotations);
  if (blocked) return [{ status: 'failed', blocked }];
  return test.expectedStatus === 'skipped' ? [{ status: 'skipped' }] : [];
}

function attemptOf(test: TestCase, result: TestResult, context: AttemptContext): Attempt {
  const told = toldBlocked(test, result);
  if (told) return { status: 'failed', blocked: told };
  // The rest of a serial suite after a failure is reported as skipped, though nobody has said that it is.
  const neverRan = result.status === 'skipped' && test.expectedStatus !== 'skipped';
  if (neverRan || result.status === 'interrupted') return { status: 'unfinished' };
  if (result.status === 'skipped' || result.status === test.expectedStatus) {
    return { status: result.status === 'skipped' ? 'skipped' : 'passed' };
  }
  const { timeline, manifest } = context.evidence;
  const from = result.startTime.getTime();
  const observation = context.seen.find(({ retry }) => retry === result.retry);
  const question = { from, to: from + result.duration, needs: context.needs, observation, timeline, services: manifest.services };
  return { status: 'failed', blocked: judgeAttempt(question) };
}

/** What the gate or the guard said of this attempt, in the words that both use. */
export function toldBlocked(test: TestCase, result: TestResult): Blocked | undefined {
  const isOver = result.status === 'passed' && test.expectedStatus === 'passed';
  const said = [...result.annotations, ...(result.status === 'skipped' ? test.annotations : [])];
  return isOver ? undefined : saidBlocked(said);
}

function saidBlocked(annotations: TestCase['annotations']): Blocked | undefined {
  const told = annotations.filter(({ type }) => type === 'skip' || type === 'blocked' || type === 'abort');
  return told.map(({ description }) => parseBlocked(description ?? '')).find(Boolean);
}
