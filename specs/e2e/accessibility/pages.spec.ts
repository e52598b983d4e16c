import { expect } from '../../../fixtures';
import { test } from '../support/filled';
import { MAIN_PAGES, visit } from '../support/main-pages';
import { violationsOn } from './support/violations';

test.describe('WCAG 2.2 AA by axe', { tag: ['@area:accessibility', '@needs:web'] }, () => {
  for (const mainPage of MAIN_PAGES) {
    test(`nothing is wrong on the page "${mainPage.name}"`, async ({ page, auth, filled }) => {
      await visit({ page, auth, filled }, mainPage);
      expect(await violationsOn(page)).toEqual([]);
    });
  }
});
