import type { RunRecord, TestRecord } from '../run/run-record';

/** How many tests pass, of how many. */
export interface Share {
  readonly passed: number;
  readonly total: number;
}

/** One full run in the ledger: the line that must go up. */
export interface LedgerEntry extends Share {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly areas: Readonly<Record<string, Share>>;
  readonly causes: readonly { readonly id: string; readonly summary: string; readonly tests: number }[];
}

/** The ledger's line for a run. A flaky test has passed, though not at once. */
export function ledgerEntry(run: RunRecord): LedgerEntry {
  const areas = new Map<string, TestRecord[]>();
  for (const test of run.tests) areas.set(areaOf(test), [...(areas.get(areaOf(test)) ?? []), test]);
  const sorted = [...areas].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    id: run.id,
    at: run.startedAt,
    ...share(run.tests),
    areas: Object.fromEntries(sorted.map(([area, tests]) => [area, share(tests)])),
    causes: run.causes.map(({ id, service, summary, unlocks }) => ({
      id,
      summary: service ? `${service}: ${summary}` : summary,
      tests: unlocks,
    })),
  };
}

/** Causes that came and went between two entries, by their summaries. */
export function causesBetween(before: LedgerEntry | undefined, now: LedgerEntry) {
  const old = new Map((before?.causes ?? []).map(({ id, summary }) => [id, summary]));
  const fresh = new Map(now.causes.map(({ id, summary }) => [id, summary]));
  return {
    came: [...fresh].flatMap(([id, summary]) => (old.has(id) ? [] : [summary])),
    went: [...old].flatMap(([id, summary]) => (fresh.has(id) ? [] : [summary])),
  };
}

function areaOf(test: TestRecord): string {
  return test.area ?? 'without area';
}

function share(tests: readonly TestRecord[]): Share {
  const passed = tests.filter(({ verdict }) => verdict === 'passed' || verdict === 'flaky').length;
  return { passed, total: tests.length };
}
