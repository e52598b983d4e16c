import { expect, test } from '../../../fixtures';
import { addItem, stocked } from './support/stock';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänssalbe'.repeat(2);

test.describe('who may see the inventory', {
  tag: ['@area:inventory', '@needs:web', '@needs:inventory-service', '@needs:auth-service', '@needs:user-service'],
}, () => {
  test('the pharmacist finds it in the navigation', async ({ auth, page, pages }) => {
    await auth.signIn(page, 'pharmacist');
    await pages.dashboard.open();
    await pages.shell.navigation.goTo('Inventory');
    await expect(pages.items.heading).toBeVisible();
    await expect(pages.items.areas.getByRole('link')).toHaveText(['Items', 'Alerts', 'Reorder', 'Reports']);
  });

  test('the assistant sees all of it but the reports', async ({ auth, page, pages }) => {
    await auth.signIn(page, 'assistant');
    const items = await pages.items.open();
    await expect(items.areas.getByRole('link')).toHaveText(['Items', 'Alerts', 'Reorder']);
    await page.goto('/inventory/reports');
    await expect(pages.shell.heading).toHaveText('You do not have access to this area');
  });
});

test.describe('languages and layout of the inventory', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  for (const { language, heading, add, low } of [
    { language: 'Deutsch', heading: 'Lager', add: 'Artikel hinzufügen', low: '20 Knapp' },
    { language: 'Français', heading: 'Stock', add: 'Ajouter un article', low: '20 Bas' },
  ]) {
    test(`speaks ${language}`, async ({ pages, page, api }) => {
      await stocked(await api.as('owner'), { reorderLevel: 30 });
      await pages.items.open();
      await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption({ label: language });
      await expect(pages.shell.heading).toHaveText(heading);
      await expect(page.getByRole('button', { name: add })).toBeVisible();
      await expect(page.getByRole('cell', { name: low })).toBeVisible();
    });
  }

  test.describe('on a narrow screen', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    for (const area of ['items', 'stockAlerts', 'reorder', 'stockReports'] as const) {
      test(`${area} fit without scrolling sideways, with long words too`, async ({ pages, page, api }) => {
        const owner = await api.as('owner');
        await Promise.all([
          addItem(owner, { name: LONG, form: LONG.slice(0, 60) }),
          stocked(owner, { name: `${LONG} II`, reorderLevel: 20 }, { lot: 'LOT-OF-TWENTY-SIGNS1', days: 3 }),
        ]);
        const opened = await pages[area].open();
        await expect(opened.content.getByRole('link', { name: `${LONG} II` }).first()).toBeVisible();
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overflow).toBe(0);
      });
    }
  });
});
