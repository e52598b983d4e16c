import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { addItem, stocked } from './support/stock';

test.describe('alerts and reordering', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('an inventory in good order has no alerts and nothing to order', async ({ pages, api }) => {
    await stocked(await api.as('owner'), { reorderLevel: 5 }, { quantity: 50 });
    const alerts = await pages.stockAlerts.open();
    await expect(alerts.out).toContainText('Nothing is out of stock.');
    await expect(alerts.low).toContainText('Nothing is low.');
    await expect(alerts.expiring).toContainText('Nothing expires soon.');
    await alerts.goToArea('Reorder');
    await expect(pages.reorder.content.getByText('Nothing needs ordering.')).toBeVisible();
    await expect(pages.reorder.copy).toBeHidden();
  });

  test('alerts stand in their parts and lead to the item', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const [low] = await Promise.all([
      stocked(owner, { name: 'Low one', reorderLevel: 10 }, { quantity: 4 }),
      stocked(owner, { name: 'Old one', reorderLevel: 0 }, { lot: 'GONE', days: -2, quantity: 6 }),
      addItem(owner, { name: 'Out one' }),
    ]);
    const alerts = await pages.stockAlerts.open();
    await expect(alerts.namesIn(alerts.out)).toHaveText(['Old one', 'Out one']);
    await expect(alerts.namesIn(alerts.expiring)).toHaveText(['Old one']);
    await expect(alerts.expiring).toContainText('Expired');
    await expect(alerts.namesIn(alerts.low)).toHaveText(['Low one']);
    await alerts.namesIn(alerts.low).click();
    await expect(pages.item(low.id).heading).toHaveText('Low one');
  });

  test('a longer period shows what expires later, and stays in the address', async ({ pages, page, api }) => {
    await stocked(await api.as('owner'), {}, { lot: 'LATER', days: 60 });
    const alerts = await pages.stockAlerts.open();
    await expect(alerts.expiring).toContainText('Nothing expires soon.');
    await alerts.within.selectOption({ label: '90 days' });
    await expect(alerts.expiring).toContainText('60 days left');
    await page.reload();
    await expect(alerts.within).toHaveValue('90');
    await expect(alerts.expiring).toContainText('LATER');
  });

  test('the order list fills up to the target and can be copied', async ({ pages, api, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { gtin } = await stocked(
      await api.as('owner'),
      { name: 'Ponstan', strength: '500 mg', form: 'Tablets', reorderLevel: 10, targetLevel: 40 },
      { quantity: 4 },
    );
    const reorder = await pages.reorder.open();
    await expect(reorder.rows.getByRole('cell')).toHaveText(['4', '10', '40', '36']);
    await reorder.copy.click();
    await expect(reorder.message).toHaveText('Copied to the clipboard.');
    const copied = await pages.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${gtin}\tPonstan 500 mg Tablets\t36`);
  });

  for (const { area, path } of [
    { area: 'stockAlerts', path: '/api/inventory/alerts' },
    { area: 'reorder', path: '/api/inventory/reorder-suggestions' },
  ] as const) {
    test(`${area} says that it is not available, and comes at the next try`, async ({ pages, page, api }) => {
      await addItem(await api.as('owner'), { name: 'Ponstan' });
      await failOnce(page, { path, service: 'inventory-service' });
      const opened = await pages[area].open();
      await expect(opened.unavailable.root).toContainText('The inventory is not available right now.');
      await opened.unavailable.retry();
      await expect(opened.content.getByRole('link', { name: 'Ponstan' })).toBeVisible();
    });
  }
});
