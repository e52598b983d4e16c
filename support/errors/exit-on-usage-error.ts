import path from 'node:path';
import { UsageError, USAGE_EXIT_CODE } from './usage-error';

/**
 * Runs `work`; in a run from the command line a {@link UsageError} is printed and ends the process
 * with exit code 2. Elsewhere (workers, editors, tests of Groundwork) it is thrown on.
 *
 * Playwright would print a stack trace and exit with 1 for an error in the configuration.
 *
 * @example const checked = exitOnUsageError(() => parsePlatform(input))
 */
export function exitOnUsageError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError && isCommandLineRun()) exitWithUsageError(error);
    throw error;
  }
}

/** Prints the message alone and ends the process with exit code 2. */
export function exitWithUsageError(error: UsageError): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(USAGE_EXIT_CODE);
}

/** Whether this process is `playwright test` itself: no worker, no editor's or UI mode's server. */
export function isCommandLineRun(): boolean {
  const [, script = '', command] = process.argv;
  const name = path.basename(script);
  const isPlaywright = name === 'playwright' || /playwright[\\/].*cli\.js$/.test(script);
  const isUiMode = process.argv.some((arg) => arg.startsWith('--ui'));
  return isPlaywright && command === 'test' && !isUiMode && !process.env.TEST_WORKER_INDEX;
}
