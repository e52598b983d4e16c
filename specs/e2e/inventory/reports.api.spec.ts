import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { addItem, dayIn, move, stocked } from './support/stock';
import type { Item, Move } from './support/stock';

const REPORTS = '/api/inventory/reports';

test.describe('inventory reports', { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] }, () => {
  test('the stock report adds up what the items say', async ({ api }) => {
    const owner = await api.as('owner');
    await Promise.all([
      stocked(owner, { name: 'B' }, { quantity: 7 }),
      stocked(owner, { name: 'A' }, { quantity: 5, days: -1 }),
      addItem(owner, { name: 'C' }),
    ]);
    const report = await answerOf<{ items: Item[]; totals: object }>(await owner.get(`${REPORTS}/stock`));
    expect(report.items.map(({ name, onHand, available }) => [name, onHand, available])).toEqual([
      ['A', 5, 0],
      ['B', 7, 7],
      ['C', 0, 0],
    ]);
    expect(report.totals).toEqual({ items: 3, onHand: 12, reserved: 0, available: 7 });
  });

  test('the stock report as a file is safe to open in a spreadsheet', async ({ api }) => {
    const owner = await api.as('owner');
    const { gtin } = await stocked(
      owner,
      { name: '=1+1', strength: '5 "mg"', form: 'Drops, oral', reorderLevel: 1, targetLevel: 9 },
      { quantity: 3, days: 60 },
    );
    const response = await owner.get(`${REPORTS}/stock.csv`);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="stock-\d{4}-\d\d-\d\d\.csv"$/),
    });
    const [head, row, ...rest] = (await response.text()).split('\r\n');
    expect(head).toBe(
      '"gtin","name","strength","form","on hand","reserved","available","reorder level","target level","next expiry"',
    );
    expect(row).toBe(`"${gtin}","'=1+1","5 ""mg""","Drops, oral",3,0,3,1,9,"${dayIn(60)}"`);
    expect(rest).toEqual(['']);
  });

  test('the report of moves sums the units of a period by kind', async ({ api }) => {
    const owner = await api.as('owner');
    const { id, name } = await stocked(owner, {}, { lot: 'A', quantity: 20 });
    await answerOf(await move(owner, id, { kind: 'dispense', quantity: 5 }));
    await answerOf(await move(owner, id, { kind: 'waste', quantity: 2, reason: 'Broken' }));
    await answerOf(await move(owner, id, { kind: 'adjust', quantity: -1 }));
    const today = await answerOf<{ items: (Move & { item: Item })[]; total: number; totals: object }>(
      await owner.get(`${REPORTS}/moves?from=${dayIn(0)}&to=${dayIn(0)}&pageSize=2`),
    );
    expect(today).toMatchObject({ total: 4, totals: { receive: 20, dispense: -5, waste: -2, adjust: -1 } });
    expect(today.items.map(({ kind, item }) => [kind, item.name])).toEqual([['adjust', name], ['waste', name]]);
    const before = await answerOf(await owner.get(`${REPORTS}/moves?to=${dayIn(-1)}`));
    expect(before).toMatchObject({ items: [], total: 0, totals: { receive: 0 } });
  });

  test('the report of moves as a file has a line for each move of the period', async ({ api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, { name: 'Dafalgan', strength: '1 g', form: 'Tablets' }, { lot: 'A', quantity: 9 });
    await answerOf(await move(owner, id, { kind: 'waste', quantity: 2, reason: '@home' }));
    const response = await owner.get(`${REPORTS}/moves.csv?from=${dayIn(0)}`);
    expect(response.status()).toBe(200);
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines.map((line) => line.slice(line.indexOf(',') + 1))).toEqual([
      '"kind","quantity","name","strength","form","lot","reason","by"',
      `"waste",-2,"Dafalgan","1 g","Tablets","A","'@home","Olivia Owner"`,
      '"receive",9,"Dafalgan","1 g","Tablets","A","Goods received","Olivia Owner"',
    ]);
    const later = await owner.get(`${REPORTS}/moves.csv?from=${dayIn(1)}`);
    expect((await later.text()).trimEnd().split('\r\n')).toHaveLength(1);
  });

  for (const report of ['stock', 'stock.csv', 'moves', 'moves.csv']) {
    test(`${report} needs the right to reports, which an assistant has not`, async ({ api }) => {
      const refused = await (await api.as('assistant')).get(`${REPORTS}/${report}`);
      expect(refused.status()).toBe(403);
      expect(await problemOf(refused)).toMatchObject({
        code: 'missing-right',
        detail: expect.stringContaining('reports'),
      });
    });
  }
});
