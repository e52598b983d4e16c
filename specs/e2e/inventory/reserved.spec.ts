import { expect } from '../../../fixtures';
import { test } from '../support/inside';
import { answerOf } from './support/answer';
import { stocked } from './support/stock';

test.describe('reserved units', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('what a prescription reserves is shown, and cannot be dispensed by hand', async ({ pages, api, inside, tenant }) => {
    const { id: itemId } = await stocked(await api.as('owner'), {}, { quantity: 20 });
    const data = { accountId: tenant.id, reference: 'RX-7', lines: [{ itemId, quantity: 6 }] };
    const peer = await inside.asService('inventory-service');
    await answerOf(await peer.post('/internal/reservations', { data }));
    const items = await pages.items.open();
    await expect(items.row('Dafalgan').reserved).toHaveText('6');
    await expect(items.row('Dafalgan').available).toHaveText('14');
    const item = await pages.item(itemId).open();
    await expect(item.reserved).toHaveText('6');
    const dialog = await item.start('Dispense');
    await dialog.fill({ quantity: '15', reason: 'Sold' });
    await dialog.submit();
    await expect(dialog.alert).toContainText('Reserved and expired units do not count.');
  });
});
