import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { addItem, dayIn, move, receive, stocked } from './support/stock';

test.describe('one item', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('opens from the list and leads back to it', async ({ pages, page, api }) => {
    const { id, gtin } = await addItem(await api.as('owner'));
    const items = await pages.items.open();
    await items.row('Dafalgan').link.click();
    const item = pages.item(id);
    await expect(page).toHaveURL(item.path);
    await expect(item.heading).toHaveText('Dafalgan');
    await expect(item.content.getByText(`500 mg · Tablets · ${gtin}`)).toBeVisible();
    await item.back.click();
    await expect(items.heading).toBeVisible();
  });

  test('receives goods: the batch, the numbers and the move are there at once', async ({ pages, api }) => {
    const { id } = await addItem(await api.as('owner'));
    const item = await pages.item(id).open();
    await expect(item.content.getByText('No goods have been received yet.')).toBeVisible();
    const dialog = await item.startReceiving();
    await dialog.fill({ lot: 'A1', expiresOn: '2031-03-31', quantity: '12' });
    await dialog.receive();
    await expect(item.message).toHaveText('12 units of Dafalgan were received.');
    await expect(item.batch('A1')).toContainText('Mar 31, 2031');
    await expect(item.available).toHaveText('12');
    await expect(item.move(0)).toContainText('Received+12A1');
    await expect(item.move(0)).toContainText('Olivia Owner');
  });

  test('refuses goods without lot, date and quantity, at the fields', async ({ pages, api }) => {
    const { id } = await addItem(await api.as('owner'));
    const dialog = await (await pages.item(id).open()).startReceiving();
    await dialog.fill({ quantity: '1.5' });
    await dialog.receive();
    await expect(dialog.lot).toHaveAccessibleDescription('Please fill in this field.');
    await expect(dialog.expiresOn).toHaveAccessibleDescription('Please fill in this field.');
    await expect(dialog.quantity).toHaveAccessibleDescription('Please enter a whole number above 0.');
  });

  test('says at the date that a lot is known with another one', async ({ pages, api }) => {
    const { id } = await stocked(await api.as('owner'), {}, { lot: 'A1', days: 90 });
    const dialog = await (await pages.item(id).open()).startReceiving();
    await dialog.fill({ lot: 'A1', expiresOn: dayIn(91), quantity: '1' });
    await dialog.receive();
    await expect(dialog.expiresOn).toHaveAccessibleDescription(/known with another expiry date/);
  });

  test('dispenses what expires first, over two batches', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'LATE', days: 300, quantity: 10 });
    await receive(owner, id, { lot: 'SOON', days: 20, quantity: 4 });
    const item = await pages.item(id).open();
    const dialog = await item.start('Dispense');
    await dialog.fill({ quantity: '6', reason: 'Sold over the counter' });
    await dialog.submit();
    await expect(item.message).toHaveText('The stock of Dafalgan was changed.');
    await expect(item.available).toHaveText('8');
    await expect(item.move(0)).toContainText('Dispensed−2LATE');
    await expect(item.move(1)).toContainText('Dispensed−4SOON');
    await expect(item.move(1)).toContainText('Sold over the counter');
  });

  test('offers no expired and no empty batch to dispense from', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'EMPTY', days: 10, quantity: 1 });
    await move(owner, id, { kind: 'dispense', quantity: 1 });
    await receive(owner, id, { lot: 'OVER', days: -1 });
    await receive(owner, id, { lot: 'GOOD', days: 90, quantity: 7 });
    const dialog = await (await pages.item(id).open()).start('Dispense');
    await expect(dialog.batches).toHaveText(['First expired, first out', /^GOOD · .+ · 7$/]);
  });

  test('says that there are too few units, and changes nothing', async ({ pages, api }) => {
    const { id } = await stocked(await api.as('owner'), {}, { quantity: 5 });
    const item = await pages.item(id).open();
    const dialog = await item.start('Dispense');
    await dialog.fill({ quantity: '6', reason: 'Sold' });
    await dialog.submit();
    await expect(dialog.alert).toContainText('There are too few units available.');
    await dialog.cancel();
    await expect(item.available).toHaveText('5');
  });

  test('writes an expired batch off from its row', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'OVER', days: -2, quantity: 4 });
    await receive(owner, id, { lot: 'GOOD', quantity: 3 });
    const item = await pages.item(id).open();
    await expect(item.batch('OVER')).toContainText('Expired');
    await expect(item.onHand).toHaveText('7');
    const dialog = await item.startWith('OVER', 'Write off');
    await dialog.fill({ quantity: '4', reason: 'Expired' });
    await dialog.submit();
    await expect(item.onHand).toHaveText('3');
    await expect(item.move(0)).toContainText('Written off−4OVER');
  });

  test('corrects a batch upwards and downwards', async ({ pages, api }) => {
    const { id } = await stocked(await api.as('owner'), {}, { lot: 'A1', quantity: 5 });
    const item = await pages.item(id).open();
    const dialog = await item.startWith('A1', 'Correct stock');
    await dialog.fill({ quantity: '2', reason: 'Found behind the shelf' });
    await dialog.submit();
    await expect(item.available).toHaveText('7');
    await item.start('Correct stock');
    await dialog.fill({ batch: 'A1', quantity: '-3', reason: 'Counted' });
    await dialog.submit();
    await expect(item.available).toHaveText('4');
  });

  test('demands batch, change and reason of a correction', async ({ pages, api }) => {
    const { id } = await stocked(await api.as('owner'), {});
    const dialog = await (await pages.item(id).open()).start('Correct stock');
    await dialog.fill({ quantity: '0' });
    await dialog.submit();
    await expect(dialog.batch).toHaveAccessibleDescription('Please choose a batch.');
    await expect(dialog.quantity).toHaveAccessibleDescription(/Please enter a whole number, such as 3 or -2\./);
    await expect(dialog.reason).toHaveAccessibleDescription('Please fill in this field.');
  });

  test('takes a new name at once', async ({ pages, api, page }) => {
    const { id } = await addItem(await api.as('owner'));
    const item = await pages.item(id).open();
    await item.editButton.click();
    await item.itemDialog.fill({ name: 'Dafalgan Forte' });
    await item.itemDialog.save();
    await expect(item.heading).toHaveText('Dafalgan Forte');
    await expect(page).toHaveTitle('Dafalgan Forte · Officina');
  });

  test('turns the pages of its moves', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id } = await addItem(owner);
    for (let quantity = 1; quantity <= 11; quantity += 1) await receive(owner, id, { lot: 'A1', quantity });
    const item = await pages.item(id).open();
    await expect(item.move(0)).toContainText('+11');
    await item.pager.next.click();
    await expect(item.move(0)).toContainText('+1A1');
    await expect(item.pager.next).toBeDisabled();
  });

  test('shows what works when only its batches are not available', async ({ pages, page, api }) => {
    const { id } = await stocked(await api.as('owner'), {}, { lot: 'A1', quantity: 5 });
    await failOnce(page, { path: `/api/inventory/items/${id}/batches`, service: 'inventory-service' });
    const item = await pages.item(id).open();
    await expect(item.unavailable.root).toContainText('The inventory is not available right now.');
    await expect(item.available).toHaveText('5');
    await expect(item.move(0)).toContainText('+5');
    await item.unavailable.retry();
    await expect(item.lots).toHaveText(['A1']);
  });

  test('says that an item is gone', async ({ pages }) => {
    const item = await pages.item('00000000-0000-4000-8000-000000000000').open();
    await expect(item.unavailable.root).toContainText('This no longer exists.');
    await expect(item.heading).toHaveText('Item');
  });
});
