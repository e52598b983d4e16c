import type { TestRecord } from '../run/run-record';
import { KEPT_RUNS, type History, type HistoryEntry } from './history';

/**
 * The history after one more run. Only what passed tells a duration (a blocked or failed attempt ends
 * early or late for reasons of its own), and only what passed tells what a test needs.
 */
export function updateHistory(history: History, tests: readonly TestRecord[]): History {
  const updated = tests
    .filter(({ verdict }) => verdict !== 'skipped')
    .map((test) => [test.id, updatedEntry(history[test.id], test)] as const);
  return { ...history, ...Object.fromEntries(updated) };
}

function updatedEntry(before: HistoryEntry | undefined, test: TestRecord): HistoryEntry {
  const passed = test.verdict === 'passed';
  const durations = passed ? [...(before?.durations ?? []), test.durationMs] : (before?.durations ?? []);
  return {
    title: test.title,
    file: test.file,
    project: test.project,
    durations: durations.slice(-KEPT_RUNS),
    verdicts: [...(before?.verdicts ?? []), test.verdict].slice(-KEPT_RUNS),
    needs: passed ? [...test.learned] : (before?.needs ?? []),
  };
}
