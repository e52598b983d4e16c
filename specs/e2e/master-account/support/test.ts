import type { Page } from '@playwright/test';
import type { Role } from 'groundwork-e2e';
import { test as base } from '../../../../fixtures';
import { Pages } from '../../../../page-objects';
import type { Credentials } from '../../../../page-objects/login/sign-in-page';

/** More browsers beside the test's own: other people, or the same person on another device. */
export interface OtherBrowsers {
  /** Nobody is signed in. */
  stranger(): Promise<Pages>;
  /** Signed in as a role, with the session that the role's pages and requests share. */
  as(role: Role): Promise<Pages>;
  /** Signed in by the sign-in page, with a session of its own. */
  signedIn(person: Credentials): Promise<Pages>;
}

/** The suite's `test` with other browsers. */
export const test = base.extend<{ others: OtherBrowsers }>({
  others: async ({ browser, auth }, use) => {
    const opened: Page[] = [];
    const open = async () => {
      const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
      const page = await context.newPage();
      opened.push(page);
      return new Pages(page);
    };
    await use({
      stranger: open,
      as: async (role) => {
        const pages = await open();
        await auth.signIn(pages.page, role);
        return pages;
      },
      signedIn: async (person) => {
        const pages = await open();
        await (await pages.signIn.open()).signIn(person);
        await pages.dashboard.heading.waitFor();
        return pages;
      },
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});
