import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';
import { addItem, receive, stocked } from './support/stock';
import type { Batch, Item } from './support/stock';

interface Alerts {
  readonly low: readonly Item[];
  readonly out: readonly Item[];
  readonly expiring: readonly { readonly item: { readonly name: string }; readonly batch: Batch; readonly daysLeft: number }[];
}

test.describe('what needs attention', { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] }, () => {
  test('alerts tell apart what is low, what is out and what expires', async ({ api }) => {
    const owner = await api.as('owner');
    await Promise.all([
      stocked(owner, { name: 'Low', reorderLevel: 10 }, { quantity: 4 }),
      stocked(owner, { name: 'Fine', reorderLevel: 10 }, { quantity: 40 }),
      stocked(owner, { name: 'Over', reorderLevel: 0 }, { lot: 'GONE', days: -2, quantity: 6 }),
      addItem(owner, { name: 'Out' }),
    ]);
    const { low, out, expiring } = await answerOf<Alerts>(await owner.get('/api/inventory/alerts'));
    expect(low.map(({ name }) => name)).toEqual(['Low']);
    expect(out.map(({ name }) => name)).toEqual(['Out', 'Over']);
    expect(expiring).toMatchObject([
      { item: { name: 'Over' }, batch: { lot: 'GONE', quantity: 6, expired: true }, daysLeft: -2 },
    ]);
  });

  test('days says how far ahead alerts look, and empty batches do not count', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { lot: 'D40', days: 40, quantity: 5 });
    await receive(owner, id, { lot: 'D10', days: 10, quantity: 1 });
    await answerOf(
      await owner.post(`/api/inventory/items/${id}/moves`, {
        data: { kind: 'dispense', quantity: 1, reason: 'Sold' },
      }),
    );
    const lots = async (days: number) => {
      const alerts = await answerOf<Alerts>(await owner.get(`/api/inventory/alerts?days=${days}`));
      return alerts.expiring.map(({ batch }) => batch.lot);
    };
    expect(await lots(39)).toEqual([]);
    expect(await lots(40)).toEqual(['D40']);
  });

  test('reorder suggestions fill up to the target, for items at their reorder level or below', async ({ api }) => {
    const owner = await api.as('owner');
    await Promise.all([
      stocked(owner, { name: 'At the level', reorderLevel: 10, targetLevel: 40 }, { quantity: 10 }),
      stocked(owner, { name: 'Above', reorderLevel: 10, targetLevel: 40 }, { quantity: 11 }),
      stocked(owner, { name: 'Expired', reorderLevel: 10, targetLevel: 25 }, { quantity: 99, days: -1 }),
      addItem(owner, { name: 'Not kept', reorderLevel: 0, targetLevel: 0 }),
    ]);
    const { items } = await answerOf<{ items: { item: Item; quantity: number }[] }>(
      await owner.get('/api/inventory/reorder-suggestions'),
    );
    expect(items.map(({ item, quantity }) => [item.name, quantity])).toEqual([
      ['At the level', 30],
      ['Expired', 25],
    ]);
  });
});
