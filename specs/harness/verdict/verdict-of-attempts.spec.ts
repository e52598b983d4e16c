import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { verdictOfAttempts, type Attempt } from '../../../support/verdict/verdict-of-attempts';
import type { Verdict } from '../../../support/verdict/verdict';

const byAuth = { service: 'auth', evidence: 'exited' };
const byDb = { service: 'db', evidence: 'refused' };
const passed: Attempt = { status: 'passed' };
const skipped: Attempt = { status: 'skipped' };
const interrupted: Attempt = { status: 'unfinished' };
const failed: Attempt = { status: 'failed', blocked: undefined };
const blocked: Attempt = { status: 'failed', blocked: byAuth };

const rows: readonly (readonly [string, readonly Attempt[], Verdict])[] = [
  ['did not run', [], 'unknown'],
  ['was interrupted', [interrupted], 'unknown'],
  ['failed and was interrupted', [failed, interrupted], 'failed'],
  ['was blocked and interrupted', [blocked, interrupted], 'blocked'],
  ['passed', [passed], 'passed'],
  ['was skipped', [skipped], 'skipped'],
  ['failed', [failed], 'failed'],
  ['was blocked', [blocked], 'blocked'],
  ['failed and passed', [failed, passed], 'flaky'],
  ['was blocked and passed', [blocked, passed], 'passed'],
  ['failed and was blocked', [failed, blocked], 'failed'],
  ['was blocked and failed', [blocked, failed], 'failed'],
  ['failed, was blocked, and passed', [failed, blocked, passed], 'flaky'],
  ['was blocked and skipped', [blocked, skipped], 'blocked'],
  ['failed and was skipped', [failed, skipped], 'failed'],
];

for (const [title, attempts, verdict] of rows) {
  test(`the verdict of a test that ${title} is ${verdict}`, () => {
    expect(verdictOfAttempts(attempts).verdict).toBe(verdict);
  });
}

test('of several outages the last one is told', () => {
  expect(verdictOfAttempts([blocked, { status: 'failed', blocked: byDb }])).toEqual({ verdict: 'blocked', blockedBy: byDb });
});

const attempts = fc.array(fc.constantFrom(passed, skipped, failed, blocked), { maxLength: 4 });
const isOwnFailure = (attempt: Attempt) => attempt.status === 'failed' && !attempt.blocked;

test('a blocked attempt makes no test flaky and no failure good', () => {
  fc.assert(
    fc.property(attempts, (list) => {
      const { verdict, blockedBy } = verdictOfAttempts(list);
      const hasOwnFailure = list.some(isOwnFailure);
      if (verdict === 'flaky') expect(hasOwnFailure && list.at(-1)?.status === 'passed').toBe(true);
      if (verdict === 'passed') expect(hasOwnFailure).toBe(false);
      if (hasOwnFailure) expect(['failed', 'flaky']).toContain(verdict);
      expect(blockedBy !== undefined).toBe(verdict === 'blocked');
    }),
  );
});

test('without its blocked attempts a test that could tell anything has the same verdict', () => {
  const telling = attempts.filter((list) => list.some((one) => isOwnFailure(one) || one.status === 'passed'));
  fc.assert(
    fc.property(telling, (list) => {
      // Attempts end with the first that passes, as in Playwright.
      const first = list.findIndex(({ status }) => status === 'passed');
      const real = first < 0 ? list : list.slice(0, first + 1);
      const rest = real.filter((one) => one.status !== 'failed' || !one.blocked);
      expect(verdictOfAttempts(real).verdict).toBe(verdictOfAttempts(rest).verdict);
    }),
  );
});
