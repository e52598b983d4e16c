import type { TestCase, TestResult } from '@playwright/test/reporter';
import path from 'node:path';
import type { Observation } from '../../support/evidence/observation';
import type { History } from '../../support/history/history';
import type { ServiceManifest } from '../../support/manifest/schema';
import { declaredNeeds } from '../../support/needs/declared-needs';
import { needsOfTest } from '../../support/needs/needs-of-test';
import type { TestRecord } from '../../support/run/run-record';
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
  readonly services: Readonly<Record<string, ServiceManifest>>;
  readonly history: History;
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
  const { services: needs } = needsOfTest(test, evidence.history);
  const attempts = test.results.map((result) => attemptOf(test, result, { evidence, needs, seen }));
  const { verdict, blockedBy } = verdictOfAttempts(attempts);
  const failed = test.results.findLast((_result, index) => isOwnFailure(attempts[index]));
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
    ...(verdict === 'failed' && failed ? { failure: failureOf(failed, evidence.root) } : {}),
  };
}

/** The services that a test's traffic went to, and those behind them that took part in its traces. */
function learnedFrom(seen: readonly Observation[], { traces, services }: RunEvidence): readonly string[] {
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

function attemptOf(test: TestCase, result: TestResult, context: AttemptContext): Attempt {
  const told = toldBlocked(test, result);
  if (told) return { status: 'failed', blocked: told };
  if (result.status === 'skipped' || result.status === test.expectedStatus) {
    return { status: result.status === 'skipped' ? 'skipped' : 'passed' };
  }
  const { timeline, services } = context.evidence;
  const from = result.startTime.getTime();
  const observation = context.seen.find(({ retry }) => retry === result.retry);
  const question = { from, to: from + result.duration, needs: context.needs, observation, timeline, services };
  return { status: 'failed', blocked: judgeAttempt(question) };
}

/** What the gate or the guard said of this attempt, in the words that both use. */
function toldBlocked(test: TestCase, result: TestResult): Blocked | undefined {
  const isOver = result.status === 'passed' && test.expectedStatus === 'passed';
  const said = [...result.annotations, ...(result.status === 'skipped' ? test.annotations : [])];
  const told = said.filter(({ type }) => type === 'skip' || type === 'blocked' || type === 'abort');
  return isOver ? undefined : told.map(({ description }) => parseBlocked(description ?? '')).find(Boolean);
}
