import { expect } from '../../../fixtures';
import { test } from '../support/filled';
import { mainPage, settled, visit } from '../support/main-pages';
import { DIALOGS, REFUSED, UNFOLDED } from './support/parts';
import { violationsOn } from './support/violations';

test.describe('WCAG 2.2 AA by axe, beyond the page as it opens', { tag: ['@area:accessibility', '@needs:web'] }, () => {
  for (const { on, name, open } of DIALOGS) {
    test(`nothing is wrong in the dialog "${name}" on the page "${on}"`, async ({ page, pages, auth, filled }) => {
      await visit({ page, auth, filled }, mainPage(on));
      await open(pages, filled);
      await expect(page.getByRole('dialog')).toBeVisible();
      await settled(page);
      expect(await violationsOn(page)).toEqual([]);
    });
  }

  for (const { on, name, open, shows } of UNFOLDED) {
    test(`nothing is wrong on the page "${on}" with ${name}`, async ({ page, pages, auth, filled }) => {
      await visit({ page, auth, filled }, mainPage(on));
      await open(pages, filled);
      await expect(shows(pages)).toBeVisible();
      await settled(page);
      expect(await violationsOn(page)).toEqual([]);
    });
  }

  for (const { on, name, open } of REFUSED) {
    test(`nothing is wrong on the page "${on}" refused for ${name}`, async ({ page, pages, auth, filled }) => {
      await visit({ page, auth, filled }, mainPage(on));
      await open(pages, filled);
      await expect(page.locator('[aria-invalid="true"]').or(page.getByRole('alert')).first()).toBeVisible();
      expect(await violationsOn(page)).toEqual([]);
    });
  }
});
