import type { RunRecord } from './run-record';

/** What blocked tests make of a run: red (the default), or nothing. */
export type BlockedPolicy = 'fail' | 'allow';

/** The outcome of a run, and why it is not what the tests alone would say. */
export interface RunOutcome {
  readonly status: 'passed' | 'failed';
  readonly note?: string;
}

/**
 * Whether a run is green. Blocked tests make it red unless they are allowed, and then that is said. A
 * run in which nothing could be told is never green.
 */
export function decideOutcome(totals: RunRecord['totals'], policy: BlockedPolicy): RunOutcome {
  const told = totals.passed + totals.flaky + totals.failed;
  if (totals.failed > 0) return { status: 'failed' };
  if (totals.total > 0 && told === 0) {
    return { status: 'failed', note: 'No test could tell anything: a run of skipped and blocked tests is not green.' };
  }
  if (totals.unknown > 0) return { status: 'failed', note: `Of ${totals.unknown} tests nothing is known: they never ran to their end.` };
  if (totals.blocked === 0) return { status: 'passed' };
  return policy === 'allow'
    ? { status: 'passed', note: `${totals.blocked} blocked tests are allowed by the option blocked: 'allow'.` }
    : { status: 'failed', note: 'Blocked tests make the run red.' };
}
