/**
 * What a run says of a test; blocked = it cannot tell, because a service that it needs is down; unknown =
 * nobody knows, because it never ran to its end.
 */
export type Verdict = 'passed' | 'failed' | 'flaky' | 'skipped' | 'blocked' | 'unknown';

/** All verdicts, the best first. */
export const VERDICTS: readonly Verdict[] = ['passed', 'flaky', 'blocked', 'unknown', 'failed', 'skipped'];
