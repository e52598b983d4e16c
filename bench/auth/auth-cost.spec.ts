import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from 'groundwork-e2e';

// What is timed is a whole test, fixtures included, that wants to be on the settings page, signed in.
const TARGET = '/master-account/settings';

const arrive = async (page: Page) => {
  await page.goto(TARGET);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const test = base.extend<object, { stateFile: string }>({
  stateFile: [
    async ({ signInService, stack }, use) => {
      const account = await signInService.shared.account('owner');
      const session = await signInService.sessions.get(account);
      const entries = signInService.strategy.storage(session).localStorage ?? {};
      const localStorage = Object.entries(entries).map(([name, value]) => ({ name, value }));
      const state = { cookies: [], origins: [{ origin: stack.appOrigin, localStorage }] };
      const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-bench-'));
      const file = path.join(folder, 'state.json');
      writeFileSync(file, JSON.stringify(state));
      await use(file);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test.describe('bare storageState', () => {
  const bare = test.extend({ storageState: ({ stateFile }, use) => use(stateFile) });
  bare('bare storageState', async ({ page }) => {
    await arrive(page);
  });
});

test.describe('auth, session cached in the worker', () => {
  test.use({ role: 'owner', isolation: 'worker' });
  test('auth, cached session', async ({ page }) => {
    await arrive(page);
  });
});

test.describe('auth, fresh tenant a test', () => {
  test.use({ role: 'owner' });
  test('auth, fresh tenant', async ({ page }) => {
    await arrive(page);
  });
});

test('sign-in through the page', async ({ page, signInService }) => {
  const { email, password } = await signInService.shared.account('owner');
  await page.goto('/sign-in');
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/dashboard');
  await arrive(page);
});

test('neither page nor session', async ({}) => {});
