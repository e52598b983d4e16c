import { test as base } from '../../../../fixtures';
import { makeVictim, type Victim } from './victim';

/** The suite's `test` with an account that has one of each thing; no test of a worker changes it. */
export const test = base.extend<{ victim: Victim }>({
  victim: async ({ perWorker, stack }, use) => {
    await use(await perWorker('victim', () => makeVictim(stack.apiUrl)));
  },
});
