import { readFileSync } from 'node:fs';

/** How many test runs ended how; a flaky one has passed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface JsonReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
}

/**
 * Counts a suite's JSON report. A suite that ended red without a failed test, or without a report,
 * counts as one failure: a crash must not look like nothing to do.
 */
export function countResults(file: string, exitCode: number): Counts {
  try {
    // The format of Playwright's JSON reporter.
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as JsonReport;
    const failed = exitCode === 0 ? stats.unexpected : Math.max(stats.unexpected, 1);
    return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
  } catch {
    console.log(`There is no report ${file}: the suite ended with exit code ${exitCode} before its end.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
