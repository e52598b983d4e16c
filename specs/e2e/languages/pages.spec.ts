import { expect } from '../../../fixtures';
import { test } from '../support/filled';
import { headingOf, MAIN_PAGES, visit } from '../support/main-pages';
import { CATALOGUES, isTextOf, looksLikeKey } from './support/catalogues';
import { textsOn } from './support/texts';

const isEnglish = isTextOf('en');

test.describe('the app in its languages', { tag: ['@area:languages', '@needs:web'] }, () => {
  for (const language of ['de', 'fr'] as const) {
    const isOwn = isTextOf(language);

    for (const mainPage of MAIN_PAGES) {
      test(`the page "${mainPage.name}" speaks ${language}, and nothing else`, async ({ page, auth, filled }) => {
        const { heading } = mainPage;
        await page.addInitScript((chosen) => localStorage.setItem('officina.language', chosen), language);
        await visit({ page, auth, filled }, mainPage);
        await expect(page.locator(':root')).toHaveAttribute('lang', language);
        await expect(headingOf(page)).toHaveText(heading instanceof RegExp ? heading : heading[language]);
        await expect(page).toHaveTitle(`${await headingOf(page).innerText()} · Officina`);
        await expect(page.getByRole('link', { name: CATALOGUES[language]['app.skip'] })).toBeAttached();
        const texts = await textsOn(page);
        expect(texts.filter(looksLikeKey)).toEqual([]);
        expect(texts.filter((text) => isEnglish(text) && !isOwn(text))).toEqual([]);
      });
    }
  }
});
