import type { BrowserContext } from '@playwright/test';
import type { Role } from 'groundwork-e2e';
import { test as base } from '../../../../fixtures';
import { Pages } from '../../../../page-objects';

/** The suite's `test` with a second person's browser beside the test's own. */
export const test = base.extend<{ alsoAs: (role: Role) => Promise<Pages> }>({
  alsoAs: async ({ browser, auth }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
      opened.push(context);
      const page = await context.newPage();
      await auth.signIn(page, role);
      return new Pages(page);
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});
