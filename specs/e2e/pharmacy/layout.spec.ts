import type { Page } from '@playwright/test';
import { expect, test } from '../../../fixtures';
import { at, daily, published } from './support/locations';
import { withPhotos } from './support/photos';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsapotheke'.repeat(2);

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('look of the pharmacy page', { tag: ['@area:pharmacy', '@needs:web', '@needs:pharmacy-service'] }, () => {
  test.use({ role: 'owner' });

  test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test('nothing is wider than the screen, with long words too', async ({ pages, page, api }) => {
      const owner = await api.as('owner');
      const openingHours = [...daily('08:00', '12:00'), ...daily('13:00', '18:00')];
      const location = await published(owner, { name: LONG, city: LONG, description: LONG, openingHours });
      const holidays = [{ date: '2031-12-25', name: LONG, from: '08:00', to: '12:00' }];
      await owner.put(at(location, '/holidays'), { data: { holidays } });
      const deliveryZones = [{ postcode: '3011', fee: 550, minimumOrder: 3000, minutes: 45 }];
      await owner.put(at(location, '/delivery-zones'), { data: { deliveryZones } });
      await withPhotos(owner, location, [LONG]);
      const pharmacy = await pages.pharmacy().openLocation();
      await expect(pharmacy.photos.images).toHaveCount(1);
      expect(await overflow(page)).toBe(0);
      await pharmacy.publicPage.previewButton.click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await overflow(page)).toBe(0);
      const shown = await pages.publicPharmacy(location).open();
      await expect(shown.images).toHaveCount(1);
      expect(await overflow(page)).toBe(0);
    });
  });

  test('what was done is told where the user is, however far down', async ({ pages, api }) => {
    await published(await api.as('owner'), { name: 'Apotheke am Markt' });
    const { zones, message } = await pages.pharmacy().openLocation();
    await zones.add({ postcode: '3011' });
    await zones.save();
    await expect(message).toHaveText('The delivery zones were saved.');
    await expect(message).toBeInViewport();
    await expect(zones.saveButton).toBeInViewport();
  });

  for (const { language, heading, save } of [
    { language: 'Deutsch', heading: 'Apothekenseite', save: 'Liefergebiete speichern' },
    { language: 'Français', heading: 'Page de la pharmacie', save: 'Enregistrer les zones' },
  ] as const) {
    test(`it can be kept in ${language}`, async ({ pages, page, api }) => {
      await published(await api.as('owner'), { name: 'Apotheke am Markt' });
      await pages.pharmacy().openLocation();
      await pages.shell.language.choose(language);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expect(page.getByRole('button', { name: save })).toBeVisible();
    });
  }
});
