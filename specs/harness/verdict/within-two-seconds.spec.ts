import { expect, test } from '@playwright/test';
import { MISSES_UNTIL_DOWN } from '../../../support/readiness/next-readiness';
import { NOTICED_WITHIN } from '../../../support/readiness/outages';
import { watchLook } from '../../../support/stack/keeper/poll-pace';
import { LOOK_EVERY } from '../../../support/verdict/guard';

test('a service that hangs just after it was looked at blocks a running test within two seconds', () => {
  const looks = Array.from({ length: MISSES_UNTIL_DOWN }, (_, misses) => watchLook(misses));
  const untilDown = looks.reduce((sum, { afterMs, answerMs }) => sum + afterMs + answerMs, 0);
  expect(untilDown + LOOK_EVERY).toBeLessThan(2_000);
  expect(untilDown).toBeLessThan(NOTICED_WITHIN);
});

test('a service that is down already is not asked without a pause', () => {
  expect(watchLook(MISSES_UNTIL_DOWN).afterMs).toBeGreaterThan(0);
});
