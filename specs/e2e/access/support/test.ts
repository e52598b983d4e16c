import { test as base } from '../../../../fixtures';
import { makeVictim, type Victim } from './victim';

/** The suite's `test` with an account that has one of each thing; no test of a worker changes it. */
export const test = base.extend<object, { victim: Victim }>({
  victim: [
    async ({ stack }, use) => {
      await use(await makeVictim(stack.apiUrl));
    },
    { scope: 'worker' },
  ],
});
