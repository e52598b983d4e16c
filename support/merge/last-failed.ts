import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { TestRecord } from '../run/run-record';

/** Where the tests to run again are, for `playwright test --last-failed --last-failed-file=…`. */
export function lastFailedFile(output: string): string {
  return path.join(output, 'last-failed.json');
}

/** The ids of the tests to run again: those that failed, and those of which nothing is known. */
export function testsToRunAgain(tests: readonly Pick<TestRecord, 'id' | 'verdict'>[]): readonly string[] {
  return tests.filter(({ verdict }) => verdict === 'failed' || verdict === 'unknown').map(({ id }) => id);
}

/** Writes the tests to run again in the form of Playwright's `.last-run.json`. */
export function writeLastFailed(output: string, failedTests: readonly string[]): void {
  const status = failedTests.length > 0 ? 'failed' : 'passed';
  writeFileAtomic.sync(lastFailedFile(output), `${JSON.stringify({ status, failedTests }, undefined, 2)}\n`, { fsync: false });
}
