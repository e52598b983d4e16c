import type { TestCase } from '@playwright/test/reporter';

/** Passed, failed, flaky, skipped, or blocked: cannot tell, because a service that it needs is down. */
export type Verdict = 'passed' | 'failed' | 'flaky' | 'skipped' | 'blocked';

/** How many tests have which verdict, and the blocked ones by their reason. */
export interface Summary extends Readonly<Record<Verdict, number>> {
  readonly total: number;
  /** `BLOCKED: <service>: <evidence>` → number of tests, most first. */
  readonly blockedBy: readonly { readonly reason: string; readonly tests: number }[];
}

type JudgedTest = Pick<TestCase, 'outcome' | 'annotations' | 'results'>;

/** The verdict of a finished test. */
export function verdictOf(test: JudgedTest): Verdict {
  const outcome = test.outcome();
  if (outcome === 'skipped') return blockedReason(test) ? 'blocked' : 'skipped';
  if (outcome === 'expected') return 'passed';
  return outcome === 'flaky' ? 'flaky' : 'failed';
}

/** Counts the verdicts of a run. */
export function summarize(tests: readonly JudgedTest[]): Summary {
  const counts = { passed: 0, failed: 0, flaky: 0, skipped: 0, blocked: 0 };
  const reasons = new Map<string, number>();
  for (const test of tests) {
    const verdict = verdictOf(test);
    counts[verdict] += 1;
    const reason = verdict === 'blocked' ? blockedReason(test) : undefined;
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const blockedBy = [...reasons].map(([reason, number]) => ({ reason, tests: number }));
  blockedBy.sort((one, other) => other.tests - one.tests);
  return { ...counts, total: tests.length, blockedBy };
}

function blockedReason(test: JudgedTest): string | undefined {
  const all = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
  return all.find(({ type, description }) => type === 'skip' && description?.startsWith('BLOCKED: '))
    ?.description;
}
