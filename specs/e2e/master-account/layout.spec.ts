import type { Page } from '@playwright/test';
import { expect } from '../../../fixtures';
import { invite } from './support/people';
import { addPlace } from './support/places';
import { test } from './support/test';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsapotheke'.repeat(2);
const AREAS = ['users', 'locations', 'security', 'auditLog', 'sessions', 'settings'] as const;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('layout of the master account', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  test.use({ role: 'owner' });

  test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    for (const area of AREAS) {
      test(`${area} fits without scrolling sideways, with long words too`, async ({ pages, page, api }) => {
        const owner = await api.as('owner');
        await Promise.all([invite(owner, { name: LONG }), addPlace(owner, { name: LONG, city: LONG })]);
        await pages[area].open();
        await expect(pages[area].content.getByText('Loading…')).toHaveCount(0);
        await expect.poll(() => overflow(page)).toBe(0);
      });
    }

    test('the dialog of a location fits too', async ({ pages, page }) => {
      const dialog = await (await pages.locations.open()).startAdding();
      await dialog.hours('Monday').open('08:00', '12:00');
      await dialog.hours('Monday').openAgain('13:00', '18:00');
      await expect.poll(() => overflow(page)).toBe(0);
      await expect(dialog.hours('Monday').closesAgain).toBeInViewport();
      await dialog.save();
      await expect(dialog.name).toBeInViewport();
    });
  });

  test('every area has its own title, and takes the focus when one goes there', async ({ pages, page }) => {
    const { navigation } = await pages.users.open();
    await expect(page).toHaveTitle('Users · Officina');
    for (const area of ['Locations', 'Security', 'Audit log', 'Sessions', 'Settings']) {
      await navigation.goTo(area);
      await expect(page).toHaveTitle(`${area} · Officina`);
      await expect(pages.shell.heading).toBeFocused();
    }
  });

  test('the way back leads to the area before, with its filters', async ({ pages, page }) => {
    const users = await pages.users.open();
    await users.filters.search.fill('Olivia');
    await expect(page).toHaveURL(/search=Olivia/);
    await users.navigation.goTo('Settings');
    await expect(pages.settings.heading).toBeVisible();
    await page.goBack();
    await expect(users.filters.search).toHaveValue('Olivia');
    await expect(users.table.people).toHaveCount(1);
  });
});
