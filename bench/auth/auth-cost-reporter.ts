import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { median, ms, times } from '../median';

/** Prints the median of every kind of sign-in beside that of a bare storage state. */
export default class AuthCostReporter implements Reporter {
  readonly #durations = new Map<string, number[]>();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'passed') throw new Error(`${test.title}: ${result.error?.message}`);
    const known = this.#durations.get(test.title) ?? [];
    this.#durations.set(test.title, [...known, result.duration]);
  }

  onEnd(): void {
    // The first of each kind pays for the worker's start.
    const medians = new Map([...this.#durations].map(([title, values]) => [title, median(values.slice(1))]));
    const bare = medians.get('bare storageState') ?? Number.NaN;
    for (const [title, value] of medians) {
      console.log(`${title.padEnd(28)} ${ms(value).padStart(8)}  ${ms(value - bare).padStart(8)} over bare`);
    }
    const through = (medians.get('sign-in through the page') ?? Number.NaN) - bare;
    for (const kind of ['auth, cached session', 'auth, fresh tenant']) {
      const cost = Math.max((medians.get(kind) ?? Number.NaN) - bare, 1);
      console.log(`through the page ÷ ${kind}: ${times(through / cost)} (costs over bare, at least 1 ms)`);
    }
  }
}
