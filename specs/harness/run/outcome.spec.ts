import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { decideOutcome } from '../../../support/run/exit-policy';
import { isFullRun } from '../../../support/run/is-full-run';
import { unlockedSince } from '../../../support/run/unlocked';
import { blockedTest, runOf, testRecord } from '../support/records';

const totals = fc
  .record({ passed: fc.nat(3), failed: fc.nat(3), flaky: fc.nat(3), skipped: fc.nat(3), blocked: fc.nat(3), unknown: fc.nat(1) })
  .map((counts) => ({ ...counts, total: Object.values(counts).reduce((sum, one) => sum + one, 0) }));

test('a run is green only when a test could tell something, none failed, and blocked ones are allowed', () => {
  fc.assert(
    fc.property(totals, fc.constantFrom('fail', 'allow'), (counted, policy) => {
      const { status, note } = decideOutcome(counted, policy);
      const couldTell = counted.passed + counted.flaky > 0 || counted.total === 0;
      const isGreen = counted.failed + counted.unknown === 0 && couldTell && (counted.blocked === 0 || policy === 'allow');
      expect(status).toBe(isGreen ? 'passed' : 'failed');
      // Whatever makes it differ from what the tests say is told.
      if (isGreen && counted.blocked > 0) expect(note).toContain("blocked: 'allow'");
      if (!isGreen && counted.failed === 0) expect(note).toBeTruthy();
    }),
  );
});

const lines: readonly (readonly [string, boolean])[] = [
  ['', true],
  ['--workers=2 --retries 1', true],
  ['-j 4 --reporter line', true],
  ['-c specs/playwright.config.ts', true],
  ['--headed', true],
  ['specs/users', false],
  ['--workers 2 specs/users', false],
  ['-g owner', false],
  ['-gowner', false],
  ['-G @slow', false],
  ['--grep=owner', false],
  ['--grep-invert @slow', false],
  ['--project=chromium', false],
  ['--shard 1/2', false],
  ['--last-failed', false],
  ['--only-changed', false],
  ['--repeat-each 3', false],
  ['--max-failures=1', false],
  ['-x', false],
  ['--ui', false],
  ['--debug', false],
  ['--list', false],
];

for (const [line, isFull] of lines) {
  test(`"playwright test ${line}" is ${isFull ? 'a full run' : 'a part of the suite'}`, () => {
    expect(isFullRun(line.split(' ').filter(Boolean))).toBe(isFull);
  });
}

test('the next run tells how many tests a repair has really unlocked', () => {
  const before = runOf([blockedTest('a', 'db'), blockedTest('b', 'db'), blockedTest('c', 'db'), blockedTest('d', 'auth')]);
  const now = [
    testRecord({ id: 'a' }),
    testRecord({ id: 'b', verdict: 'failed' }),
    testRecord({ id: 'c', verdict: 'flaky' }),
    blockedTest('d', 'auth'),
  ];
  expect(unlockedSince(before, now)).toEqual([{ cause: 'db: exited with code 1: Error: no URL', promised: 3, passed: 2 }]);
  expect(unlockedSince(undefined, now)).toEqual([]);
  // A run of other tests says nothing of them.
  expect(unlockedSince(before, [testRecord({ id: 'z' })])).toEqual([]);
});

test('no repair is said to have unlocked more than it promised', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const runs = fc.tuple(fc.subarray(ids), fc.subarray(ids));
  fc.assert(
    fc.property(runs, ([held, passing]) => {
      const before = runOf(held.map((id) => blockedTest(id, id < 'c' ? 'db' : 'auth')));
      for (const { promised, passed } of unlockedSince(before, passing.map((id) => testRecord({ id })))) {
        expect(passed).toBeGreaterThan(0);
        expect(passed).toBeLessThanOrEqual(promised);
      }
    }),
  );
});
