import type { Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { parseBlocked } from '../../support/verdict/blocked';

/**
 * Takes the retries from a test that an outage has ended: they would cost a worker each and tell
 * nothing. Call it at the end of every attempt.
 */
export function endRetries(test: TestCase, result: TestResult): void {
  const isBlocked = result.annotations.some(
    ({ type, description }) => type === 'blocked' && parseBlocked(description ?? ''),
  );
  // After a failure of its own, a retry may still tell. A serial suite is retried as a whole: without
  // this test the others would run on what it has not done.
  if (isBlocked && result.retry === 0 && !isSerial(test.parent)) test.retries = 0;
}

function isSerial(suite: Suite | undefined): boolean {
  if (!suite) return false;
  // Playwright has no public name for it.
  return Reflect.get(suite, '_parallelMode') === 'serial' || isSerial(suite.parent);
}
