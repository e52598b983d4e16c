import type { Suite, TestCase, TestResult, TestRun } from '@playwright/test/reporter';
import { parseBlocked } from '../../support/verdict/blocked';

/** The ids of the tests that stand in a serial suite, at whatever depth. */
export function serialTests(suite: Suite, testRun: Pick<TestRun, 'mode'>): ReadonlySet<string> {
  const isSerial = (one: Suite | undefined): boolean =>
    one !== undefined && one.type !== 'root' && (testRun.mode(one) === 'serial' || isSerial(one.parent));
  return new Set(suite.allTests().filter(({ parent }) => isSerial(parent)).map(({ id }) => id));
}

/**
 * Takes the retries from a test that an outage has ended: they would cost a worker each and tell
 * nothing. Call it at the end of every attempt.
 */
export function endRetries(test: TestCase, result: TestResult, serial: ReadonlySet<string>): void {
  const isBlocked = result.annotations.some(
    ({ type, description }) => type === 'blocked' && parseBlocked(description ?? ''),
  );
  // After a failure of its own, a retry may still tell. A serial suite is retried as a whole: without
  // this test the others would run on what it has not done.
  if (isBlocked && result.retry === 0 && !serial.has(test.id)) test.retries = 0;
}
