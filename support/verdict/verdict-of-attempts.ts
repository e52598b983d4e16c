import type { Blocked } from './blocked';
import type { Verdict } from './verdict';

/** How one attempt ended; `blocked` where an outage explains it. */
export type Attempt =
  | { readonly status: 'passed' | 'skipped' | 'unfinished' }
  | { readonly status: 'failed'; readonly blocked: Blocked | undefined };

/** The verdict of a test, and what blocks it. */
export interface TestVerdict {
  readonly verdict: Verdict;
  readonly blockedBy?: Blocked;
}

/**
 * The verdict over all attempts of a test. A blocked attempt counts for nothing: it makes no test
 * flaky, and a failure of the test's own stays a failure whatever its retry met. Of a test without an
 * attempt, or whose last one did not run to its end, nothing is known.
 */
export function verdictOfAttempts(attempts: readonly Attempt[]): TestVerdict {
  const failed = attempts.filter((attempt) => attempt.status === 'failed');
  const own = failed.filter(({ blocked }) => !blocked);
  const last = attempts.at(-1);
  if (last?.status === 'passed') return { verdict: own.length > 0 ? 'flaky' : 'passed' };
  if (own.length > 0) return { verdict: 'failed' };
  const blockedBy = failed.at(-1)?.blocked;
  if (blockedBy) return { verdict: 'blocked', blockedBy };
  return { verdict: last?.status === 'skipped' ? 'skipped' : 'unknown' };
}
