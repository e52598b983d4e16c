import { chromium, type Browser } from '@playwright/test';
import { chromiumLaunchOptions, findChromium } from '../../../support/browsers';
import { filesOf, service } from '../support/mini-platform';
import { MiniProject, type Outcome } from '../support/mini-project';
import { test as base } from '../support/mini-test';

/** A mini project that has run once and made its report: a run takes seconds, so its specs share it. */
export interface ReportProject {
  readonly project: MiniProject;
  readonly run: Outcome;
}

const FILES = filesOf({
  services: { web: service('good', { owner: 'shop-team' }), stock: service('exit') },
  config: "report: true, retries: 1, projects: [{ name: 'desktop', testMatch: /shop/ }, { name: 'prepare', testMatch: /prepare/ }, { name: 'late', testMatch: /late/, dependencies: ['prepare'] }]",
  specs: {
    shop: `
test('order', { tag: ['@area:orders', '@needs:web', '@severity:critical'] }, async ({ page }) => {
  await page.setContent('<h1>Shop</h1>');
  await test.step('look for the button', async () => {
    await page.getByRole('button', { name: 'Order' }).click({ timeout: 100 });
  });
});
test('stock', { tag: ['@area:stock', '@needs:stock'] }, () => {});
test('flaky', { tag: '@area:orders' }, ({}, testInfo) => { if (testInfo.retry === 0) throw new Error('now and then'); });
test('fine', { tag: '@area:orders' }, () => {});`,
    prepare: `test('prepare', () => { throw new Error('no data'); });`,
    late: `test('late', () => {});`,
  },
});

/** The `test` of specs on a generated report. */
export const test = base.extend<object, { reported: ReportProject; browser: Browser }>({
  reported: [
    async ({}, use) => {
      const project = new MiniProject(FILES);
      await use({ project, run: await project.test() });
      await project.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  browser: [
    async ({}, use) => {
      const found = findChromium();
      if (!found) throw new Error('There is no Chromium: run "npx groundwork browsers".');
      const browser = await chromium.launch(chromiumLaunchOptions(found, { root: process.getuid?.() === 0, ci: true }));
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '../support/mini-test';
