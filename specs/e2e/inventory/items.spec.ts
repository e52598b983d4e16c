import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { freshGtin, withWrongDigit } from './support/gtin';
import { addItem, dayIn, stocked } from './support/stock';

const ALGIFOR = { name: 'Algifor', strength: '400 mg', form: 'Tablets', reorderLevel: '5', targetLevel: '25' };

test.describe('items', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('a new account has none', async ({ pages }) => {
    const { content } = await pages.items.open();
    await expect(content.getByText('No item found.')).toBeVisible();
  });

  test('adds an item with all its details', async ({ pages, page }) => {
    const gtin = freshGtin();
    const items = await pages.items.open();
    const dialog = await items.startAdding();
    await dialog.fill({ gtin, ...ALGIFOR });
    await dialog.save();
    await expect(items.message).toHaveText('Algifor was added.');
    await page.reload();
    await expect(items.row('Algifor').root).toContainText(`400 mg · Tablets · ${gtin}`);
    await expect(items.row('Algifor').available).toHaveText('0 Out of stock');
    await items.row('Algifor').edit.click();
    await expect(dialog.reorderLevel).toHaveValue('5');
    await expect(dialog.targetLevel).toHaveValue('25');
  });

  test('demands a right GTIN, a name and levels that fit each other, at the fields', async ({ pages }) => {
    const dialog = await (await pages.items.open()).startAdding();
    await dialog.fill({ gtin: withWrongDigit(freshGtin()), reorderLevel: '10', targetLevel: '9' });
    await dialog.save();
    await expect(dialog.gtin).toHaveAccessibleDescription(/its check digit must fit/);
    await expect(dialog.gtin).toBeFocused();
    await expect(dialog.name).toHaveAccessibleDescription('Please fill in this field.');
    await expect(dialog.targetLevel).toHaveAccessibleDescription(
      'The target level must not be below the reorder level.',
    );
    await expect(dialog.strength).not.toHaveAttribute('aria-invalid');
  });

  test('says at the field that a GTIN is taken', async ({ pages, api }) => {
    const { gtin } = await addItem(await api.as('owner'));
    const dialog = await (await pages.items.open()).startAdding();
    await dialog.fill({ gtin, ...ALGIFOR });
    await dialog.save();
    await expect(dialog.gtin).toHaveAccessibleDescription('Another item already has this GTIN.');
  });

  test('saves a change, of everything but the GTIN', async ({ pages, api }) => {
    const { name } = await addItem(await api.as('owner'));
    const items = await pages.items.open();
    await items.row(name).edit.click();
    await expect(items.itemDialog.gtin).not.toBeEditable();
    await items.itemDialog.fill({ name: 'Dafalgan Forte', strength: '1 g' });
    await items.itemDialog.save();
    await expect(items.message).toHaveText('Dafalgan Forte was saved.');
    await expect(items.row('Dafalgan Forte').root).toContainText('1 g · Tablets');
  });

  test('deletes an item after asking', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all([addItem(owner), addItem(owner, { name: 'Zyrtec' })]);
    const items = await pages.items.open();
    await items.row('Dafalgan').delete.click();
    await items.confirmation('Delete Dafalgan?').accept('Delete');
    await expect(items.message).toHaveText('Dafalgan was deleted.');
    await expect(items.names).toHaveText(['Zyrtec']);
  });

  test('says why an item with stock stays', async ({ pages, api }) => {
    const { name } = await stocked(await api.as('owner'), {});
    const items = await pages.items.open();
    await items.row(name).delete.click();
    const question = items.confirmation(`Delete ${name}?`);
    await question.accept('Delete');
    await expect(question.alert).toHaveText(/units on hand or reserved/);
    await question.cancel();
    await expect(items.row(name).root).toBeVisible();
  });

  test('shows how much there is, what is low and when it expires', async ({ pages, api }) => {
    await stocked(await api.as('owner'), { name: 'Ponstan', reorderLevel: 8 }, { quantity: 8, days: 60 });
    const row = (await pages.items.open()).row('Ponstan');
    await expect(row.available).toHaveText('8 Low');
    await expect(row.onHand).toHaveText('8');
    await expect(row.reserved).toHaveText('0');
    const day = new Date(`${dayIn(60)}T00:00:00Z`);
    const text = day.toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' });
    await expect(row.nextExpiry).toHaveText(text);
  });

  test('finds items while one types, and keeps the search in the address', async ({ pages, page, api }) => {
    const owner = await api.as('owner');
    await Promise.all([addItem(owner), addItem(owner, { name: 'Zyrtec' })]);
    const items = await pages.items.open();
    await expect(items.content.getByText('2 items')).toBeVisible();
    await items.search.fill('zyr');
    await expect(items.names).toHaveText(['Zyrtec']);
    await expect(page).toHaveURL(/search=zyr/);
    await items.clearFilters.click();
    await expect(items.names).toHaveText(['Dafalgan', 'Zyrtec']);
  });

  test('narrows the list down to what is out of stock', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all([addItem(owner, { name: 'Gone' }), stocked(owner, { name: 'There' })]);
    const items = await pages.items.open();
    await items.stock.selectOption({ label: 'Out of stock' });
    await expect(items.names).toHaveText(['Gone']);
    await items.stock.selectOption({ label: 'Low' });
    await expect(items.content.getByText('No item found.')).toBeVisible();
  });

  test('sorts by what is available, both ways', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all([
      stocked(owner, { name: 'Few' }, { quantity: 2 }),
      stocked(owner, { name: 'Many' }, { quantity: 90 }),
      stocked(owner, { name: 'Some' }, { quantity: 30 }),
    ]);
    const items = await pages.items.open();
    await items.sortBy('Available');
    await expect(items.names).toHaveText(['Few', 'Some', 'Many']);
    await expect(items.header('Available')).toHaveAttribute('aria-sort', 'ascending');
    await items.sortBy('Available');
    await expect(items.names).toHaveText(['Many', 'Some', 'Few']);
  });

  test('shows twenty items a page', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const names = Array.from({ length: 21 }, (_, place) => `Item ${String(place + 1).padStart(2, '0')}`);
    await Promise.all(names.map((name) => addItem(owner, { name })));
    const items = await pages.items.open();
    await expect(items.names).toHaveText(names.slice(0, 20));
    await items.pager.next.click();
    await expect(items.names).toHaveText(['Item 21']);
    await expect(items.pager.next).toBeDisabled();
  });

  test('receives goods straight from the list', async ({ pages, api }) => {
    await addItem(await api.as('owner'));
    const items = await pages.items.open();
    await items.row('Dafalgan').receive.click();
    await items.receiveDialog.fill({ lot: 'A1', expiresOn: dayIn(400), quantity: '12' });
    await items.receiveDialog.receive();
    await expect(items.message).toHaveText('12 units of Dafalgan were received.');
    await expect(items.row('Dafalgan').available).toHaveText('12');
  });

  test('says that the inventory is not available, and shows it at the next try', async ({ pages, page, api }) => {
    const { name } = await addItem(await api.as('owner'));
    await failOnce(page, { path: '/api/inventory/items', service: 'inventory-service' });
    const items = await pages.items.open();
    await expect(items.unavailable.root).toContainText('The inventory is not available right now.');
    await expect(items.unavailable.root).toContainText('(inventory-service does not answer.)');
    await items.unavailable.retry();
    await expect(items.row(name).root).toBeVisible();
    await expect(items.unavailable.root).toBeHidden();
  });

  test('keeps what was typed while the service is down, and saves it at the next try', async ({ pages, page }) => {
    const items = await pages.items.open();
    const dialog = await items.startAdding();
    await dialog.fill({ gtin: freshGtin(), ...ALGIFOR });
    await failOnce(page, { method: 'POST', path: '/api/inventory/items', service: 'inventory-service' });
    await dialog.save();
    await expect(dialog.alert).toContainText('The inventory is not available right now.');
    await dialog.unavailable.retry();
    await expect(items.row('Algifor').root).toBeVisible();
  });
});
