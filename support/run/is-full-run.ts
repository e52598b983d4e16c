import type { Suite } from '@playwright/test/reporter';
import { field } from '../data/field';

const NARROWING =
  /^(-[gGx]|(--grep|--grep-invert|--project|--last-failed|--last-failed-file|--only-changed|--test-list|--test-list-invert|--max-failures|--repeat-each)(=|$))/;
const PARTIAL = /^(--shard|--list|--ui|--debug)(=|$)/;
const WITH_VALUE =
  /^(-c|--config|-j|--workers|--reporter|--retries|--timeout|--output|--trace|--global-timeout|--tsconfig|-u|--update-snapshots|--shard)$/;

/**
 * Whether a command line asks for every test: only such a run tells how many of all pass.
 *
 * @param argv the arguments behind `playwright test`
 */
export function isFullRun(argv: readonly string[]): boolean {
  return isWholeSuite(argv) && !argv.some((arg) => PARTIAL.test(arg));
}

/**
 * Whether a command line leaves no test out, though this machine may run only its shard of them.
 *
 * @param argv the arguments behind `playwright test`
 */
export function isWholeSuite(argv: readonly string[]): boolean {
  let isValue = false;
  for (const arg of argv) {
    if (isValue) {
      isValue = false;
      continue;
    }
    if (NARROWING.test(arg) || !arg.startsWith('-')) return false;
    isValue = WITH_VALUE.test(arg);
  }
  return true;
}

/** Whether something beside the command line leaves tests out: `test.only`, or a test plan of Allure's. */
export function isNarrowed(suite: Suite): boolean {
  return Boolean(process.env.ALLURE_TESTPLAN_PATH) || hasOnly(suite);
}

/** `only` has no public name; where Playwright tells nothing of it, nothing is marked. */
function hasOnly(suite: Suite): boolean {
  return suite.entries().some((entry) => field(entry, '_only') === true || ('entries' in entry && hasOnly(entry)));
}
