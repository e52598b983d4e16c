import { expect, test } from '@playwright/test';
import { MISSES_UNTIL_DOWN } from '../../../support/readiness/next-readiness';
import { NOTICED_WITHIN } from '../../../support/readiness/outages';
import { WATCH_ANSWER, WATCH_PACE } from '../../../support/stack/keeper/poll-pace';
import { LOOK_EVERY } from '../../../support/verdict/guard';

test('a service that hangs just after it was looked at blocks a running test within two seconds', () => {
  const untilDown = WATCH_PACE + MISSES_UNTIL_DOWN * WATCH_ANSWER;
  expect(untilDown + LOOK_EVERY).toBeLessThan(2_000);
  expect(untilDown).toBeLessThan(NOTICED_WITHIN);
});
