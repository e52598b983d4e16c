import { expect, test } from '../../../fixtures';
import { freshGtin, withWrongDigit } from './support/gtin';
import { addItem, stocked } from './support/stock';

test.describe('scanning', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('a known lot shows the item and what is left of the lot', async ({ pages, api }) => {
    const { id, gtin } = await stocked(await api.as('owner'), {}, { lot: 'ABC-12', quantity: 7 });
    const items = await pages.items.open();
    await items.scanner.scan(`(01)0${gtin}(17)310331(10)ABC-12`);
    await expect(items.scanner.result).toContainText('Dafalgan');
    await expect(items.scanner.result).toContainText('Lot ABC-12, expires Mar 31, 2031');
    await expect(items.scanner.result).toContainText('7 units of this lot in stock');
    await items.scanner.open.click();
    await expect(pages.item(id).heading).toHaveText('Dafalgan');
  });

  test('a new lot is received with lot and date filled in', async ({ pages, api }) => {
    const { gtin } = await addItem(await api.as('owner'));
    const items = await pages.items.open();
    await items.scanner.scan(`010${gtin}1731033110NEW-1`);
    await expect(items.scanner.result).toContainText('This lot is not in stock yet.');
    await items.scanner.receive.click();
    await expect(items.receiveDialog.lot).toHaveValue('NEW-1');
    await expect(items.receiveDialog.expiresOn).toHaveValue('2031-03-31');
    await items.receiveDialog.fill({ quantity: '30' });
    await items.receiveDialog.receive();
    await expect(items.row('Dafalgan').available).toHaveText('30');
  });

  test('a scanned lot is dispensed from, not the one that expires first', async ({ pages, api }) => {
    const { id, gtin } = await stocked(await api.as('owner'), {}, { lot: 'LATE', days: 300, quantity: 5 });
    const items = await pages.items.open();
    await items.scanner.scan(`(01)0${gtin}(10)LATE`);
    await items.scanner.dispense.click();
    await expect(items.moveDialog.batches.filter({ hasText: 'LATE' })).toHaveAttribute('value', /.+/);
    await expect(items.moveDialog.batch).not.toHaveValue('');
    await items.moveDialog.fill({ quantity: '2', reason: 'Sold' });
    await items.moveDialog.submit();
    await expect(items.row('Dafalgan').available).toHaveText('3 Low');
    const item = await pages.item(id).open();
    await expect(item.move(0)).toContainText('Dispensed−2LATE');
  });

  test('an unknown code becomes an item with the GTIN filled in', async ({ pages }) => {
    const gtin = freshGtin();
    const items = await pages.items.open();
    await items.scanner.scan(`(01)0${gtin}(10)X`);
    await expect(items.unavailable.root).toContainText('No item has this code.');
    await items.scanner.add.click();
    await expect(items.itemDialog.gtin).toHaveValue(`0${gtin}`);
    await items.itemDialog.fill({ name: 'Ponstan' });
    await items.itemDialog.save();
    await expect(items.row('Ponstan').root).toBeVisible();
  });

  test('a code that cannot be read says so and offers nothing', async ({ pages }) => {
    const items = await pages.items.open();
    await items.scanner.scan(withWrongDigit(freshGtin()));
    await expect(items.unavailable.root).toContainText('This code cannot be read.');
    await expect(items.scanner.add).toBeHidden();
  });
});
