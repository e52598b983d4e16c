import { median } from '../data/median';
import type { TestRecord } from '../run/run-record';
import { KEPT_RUNS, type History, type HistoryEntry } from './history';

/** Times nearer to each other than this share, or these milliseconds, tell nothing new. */
const NOISE = { share: 0.2, ms: 100 };

/** What a full run has found. */
export interface FullRun {
  readonly tests: readonly TestRecord[];
  /** Whether there is still a file of this name: what is known of tests of other suites is kept. */
  readonly exists: (file: string) => boolean;
}

/**
 * The history after one more full run. Only what passed tells a duration (a blocked or failed attempt
 * ends early or late for reasons of its own), and only what passed tells what a test needs. What is as it
 * was before is left as it is written: a run in which nothing changed changes no line.
 */
export function updateHistory(history: History, { tests, exists }: FullRun): History {
  const ran = new Map(tests.map((test) => [test.id, test]));
  const places = new Set(tests.map(placeOf));
  const kept = Object.entries(history).filter(
    ([id, entry]) => ran.has(id) || (!places.has(placeOf(entry)) && exists(entry.file)),
  );
  const told = tests.filter(({ verdict }) => verdict !== 'unknown');
  const updated = told.map((test) => [test.id, updatedEntry(history[test.id], test)] as const);
  return Object.fromEntries([...kept, ...updated]);
}

function placeOf({ file, project }: Pick<TestRecord, 'file' | 'project'>): string {
  return `${project}\0${file}`;
}

function updatedEntry(before: HistoryEntry | undefined, test: TestRecord): HistoryEntry {
  const passed = test.verdict === 'passed';
  const durations = before?.durations ?? [];
  return {
    title: test.title,
    file: test.file,
    project: test.project,
    durations: passed ? withDuration(durations, test.durationMs) : durations,
    verdicts: [...(before?.verdicts ?? []), test.verdict].slice(-KEPT_RUNS),
    needs: passed ? [...test.learned] : (before?.needs ?? []),
    ...timeField('around', before?.around, test.aroundMs),
    ...timeField('start', before?.start, test.startMs),
    ...timeField('failed', before?.failed, test.verdict === 'failed' ? test.durationMs : undefined),
  };
}

/** The last durations; once they have settled, one like them is not written down. */
function withDuration(durations: HistoryEntry['durations'], ms: number): HistoryEntry['durations'] {
  const middle = median(durations) ?? ms;
  const isSettled = durations.length >= KEPT_RUNS && [...durations, ms].every((one) => isAlike(one, middle));
  return isSettled ? durations : [...durations, ms].slice(-KEPT_RUNS);
}

function timeField<K extends string>(key: K, before: number | undefined, now: number | undefined): { readonly [key in K]?: number } {
  const value = now === undefined || (before !== undefined && isAlike(now, before)) ? before : halfway(before ?? now, now);
  // The value's type is the field's: TypeScript does not follow a computed key.
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: number });
}

/** One odd measurement moves it half of the way only. */
function halfway(before: number, now: number): number {
  return Math.round((before + now) / 2);
}

function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(other * NOISE.share, NOISE.ms);
}
