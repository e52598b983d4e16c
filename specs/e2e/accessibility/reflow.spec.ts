import { expect } from '../../../fixtures';
import { test } from '../support/filled';
import { MAIN_PAGES, mainPage, visit } from '../support/main-pages';
import { addRules, clippedTexts, overflowOf } from './support/layout';

/** WCAG 1.4.12: what users may set without losing anything. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
/** Dense pages; wide tables are left out, which WCAG 1.4.10 lets scroll sideways. */
const DENSE = ['dashboard', 'prescription', 'consultation room', 'conversation', 'settings'];

test.describe('reflow and text size', { tag: ['@area:accessibility', '@needs:web'] }, () => {
  test.describe('320 pixels wide', () => {
    test.use({ viewport: { width: 320, height: 640 } });

    for (const each of MAIN_PAGES) {
      test(`the page "${each.name}" does not scroll sideways`, async ({ page, auth, filled }) => {
        await visit({ page, auth, filled }, each);
        await expect.poll(() => overflowOf(page)).toBe(0);
      });
    }

    test('the widest dialog fits, and all of it can be reached', async ({ page, pages, auth, filled }) => {
      await visit({ page, auth, filled }, mainPage('users'));
      const dialog = await pages.users.permissionsOf('Nora Newcomer');
      await expect(dialog.saveButton).toBeEnabled();
      expect(await dialog.root.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      await dialog.saveButton.scrollIntoViewIfNeeded();
      await expect(dialog.saveButton).toBeInViewport();
    });
  });

  test.describe('1280 pixels wide', () => {
    test.use({ viewport: { width: 1280, height: 900 } });

    for (const name of DENSE) {
      test(`with text of twice the size nothing is cut off on the page "${name}"`, async ({ page, auth, filled }) => {
        await visit({ page, auth, filled }, mainPage(name));
        const before = await page.getByRole('main').evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
        // What the browser's own setting of text size does.
        await addRules(page, ':root { font-size: 200% !important }');
        const after = await page.getByRole('main').evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
        expect(after).toBe(2 * before);
        expect(await clippedTexts(page)).toEqual([]);
        await expect.poll(() => overflowOf(page)).toBe(0);
      });

      test(`with wide spacing of text nothing is cut off on the page "${name}"`, async ({ page, auth, filled }) => {
        await visit({ page, auth, filled }, mainPage(name));
        await addRules(page, SPACED);
        expect(await clippedTexts(page)).toEqual([]);
        await expect.poll(() => overflowOf(page)).toBe(0);
      });
    }
  });
});
