/** What a run says of a test; blocked = it cannot tell, because a service that it needs is down. */
export type Verdict = 'passed' | 'failed' | 'flaky' | 'skipped' | 'blocked';

/** All verdicts, the best first. */
export const VERDICTS: readonly Verdict[] = ['passed', 'flaky', 'blocked', 'failed', 'skipped'];
