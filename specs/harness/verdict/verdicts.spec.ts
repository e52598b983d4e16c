import { expect, test } from '@playwright/test';
import { renderSummary } from '../../../reports/reporter/summary';
import { summarize, verdictOf, type Verdict } from '../../../reports/reporter/verdicts';

type Annotation = { readonly type: string; readonly description?: string };
type Outcome = 'skipped' | 'expected' | 'unexpected' | 'flaky';

const blockedBy = (text: string): Annotation => ({ type: 'skip', description: `BLOCKED: ${text}` });

/** A finished test; its annotations stand on the test, or on its result as those of a fixture do. */
const finished = (outcome: Outcome, annotations: Annotation[] = [], on: 'test' | 'result' = 'test') =>
  ({
    outcome: () => outcome,
    annotations: on === 'test' ? annotations : [],
    results: on === 'result' ? [{ annotations }] : [],
  }) as unknown as Parameters<typeof verdictOf>[0]; // the parts of a TestCase that a verdict rests on

const rows: readonly (readonly [string, ReturnType<typeof finished>, Verdict])[] = [
  ['passed', finished('expected'), 'passed'],
  ['failed', finished('unexpected'), 'failed'],
  ['flaky', finished('flaky'), 'flaky'],
  ['skipped by the test', finished('skipped', [{ type: 'skip', description: 'not on phones' }]), 'skipped'],
  ['skipped without a reason', finished('skipped', [{ type: 'skip' }]), 'skipped'],
  ['marked as slow, in words of a blocked one', finished('skipped', [{ type: 'slow', description: 'BLOCKED: x' }]), 'skipped'],
  ['blocked by the gate', finished('skipped', [blockedBy('auth: down')]), 'blocked'],
  ['blocked by a fixture', finished('skipped', [blockedBy('auth: down')], 'result'), 'blocked'],
  ['passed although it speaks of blocking', finished('expected', [blockedBy('auth: down')]), 'passed'],
];

for (const [title, finishedTest, verdict] of rows) {
  test(`the verdict of a test that is ${title} is ${verdict}`, () => {
    expect(verdictOf(finishedTest)).toBe(verdict);
  });
}

test('a run is counted, and its blocked tests by their reason, most first', () => {
  const summary = summarize([
    ...rows.map(([, finishedTest]) => finishedTest),
    finished('skipped', [blockedBy('db: gone')]),
    finished('skipped', [blockedBy('auth: down')]),
  ]);
  expect(summary).toEqual({
    total: 11,
    passed: 2,
    failed: 1,
    flaky: 1,
    skipped: 3,
    blocked: 4,
    blockedBy: [
      { reason: 'BLOCKED: auth: down', tests: 3 },
      { reason: 'BLOCKED: db: gone', tests: 1 },
    ],
  });
  // eslint-disable-next-line no-control-regex -- colour codes start with the escape character
  const text = renderSummary(summary, 61_234).replace(/\u001b\[[0-9;]*m/g, '');
  expect(text).toContain('2 of 11 passed (2 passed, 1 failed, 1 flaky, 3 skipped, 4 blocked) in 61.2 s');
  expect(text.indexOf('auth: down')).toBeLessThan(text.indexOf('db: gone'));
  expect(text).not.toContain('BLOCKED');
});

test('a run without blocked tests has no table', () => {
  const summary = summarize([finished('expected')]);
  expect(summary.blockedBy).toEqual([]);
  expect(renderSummary(summary, 1_000)).not.toContain('\n');
});
