import type { Reporter, Suite, TestCase, TestResult, TestRun } from '@playwright/test/reporter';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { proveFolder, type Ended } from './damager/folder';
import { root } from '../steps';
import { assign, type ListedTest } from './assign';

/** Leaves out of a run the tests that have no damage, and notes how the others ended. */
export default class ProveReporter implements Reporter {
  readonly #folder = proveFolder();

  printsToStdio(): boolean {
    return false;
  }

  preprocess({ suite, testRun }: { suite: Suite; testRun: TestRun }): Promise<void> {
    const orders = this.#folder?.orders();
    if (!this.#folder || !orders) return Promise.resolve();
    const tests = suite.allTests();
    const damages = assign(orders, tests.map(listed));
    for (const test of tests) if (!damages[test.id]) testRun.exclude(test);
    this.#folder.setDamages(damages);
    return Promise.resolve();
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const message = stripVTControlCharacters(result.errors[0]?.message ?? '').split('\n').find((line) => line.trim() !== '');
    this.#folder?.noteEnded({
      test: test.id,
      file: path.relative(root, test.location.file),
      title: test.titlePath().slice(3).join(' › '),
      took: result.duration,
      outcome: outcomeOf(test, result),
      message,
    });
  }
}


function listed(test: TestCase): ListedTest {
  const { file, line, column } = test.location;
  return { id: test.id, name: [file, line, column, ...test.titlePath()].join(' '), repeat: test.repeatEachIndex };
}

function outcomeOf(test: TestCase, result: TestResult): Ended['outcome'] {
  // A blocked test can tell nothing of an answer.
  const isBlocked = result.annotations.some(({ type }) => type === 'blocked');
  if (isBlocked || result.status === 'skipped' || result.status === 'interrupted') return 'skipped';
  return result.status === test.expectedStatus ? 'passed' : 'failed';
}
