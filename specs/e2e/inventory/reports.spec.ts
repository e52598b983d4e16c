import { readFile } from 'node:fs/promises';
import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { addItem, dayIn, move, stocked } from './support/stock';

test.describe('inventory reports', { tag: ['@area:inventory', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  test('the stock report shows every item and adds them up', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all([
      stocked(owner, { name: 'Algifor' }, { quantity: 7 }),
      stocked(owner, { name: 'Ponstan' }, { quantity: 5, days: -1 }),
    ]);
    const reports = await pages.stockReports.open();
    await expect(reports.stock).toContainText('2 items, 12 units on hand, 0 reserved, 7 available');
    await expect(reports.rowsOf(reports.stock)).toHaveText([/^Algifor/, /^Ponstan/]);
  });

  test('the moves report follows the period', async ({ pages, page, api }) => {
    const owner = await api.as('owner');
    const { id } = await stocked(owner, {}, { quantity: 20 });
    await move(owner, id, { kind: 'waste', quantity: 3, reason: 'Broken' });
    const reports = await pages.stockReports.open();
    await expect(reports.moves).toContainText('Received 20, dispensed 0, written off 3, corrected 0');
    await expect(reports.rowsOf(reports.moves)).toContainText(['Written off−3', 'Received+20']);
    await reports.to.fill(dayIn(-1));
    await expect(reports.moves).toContainText('Nothing has moved.');
    await expect(page).toHaveURL(new RegExp(`to=${dayIn(-1)}`));
    await reports.to.fill(dayIn(0));
    await expect(reports.rowsOf(reports.moves)).toHaveCount(2);
  });

  for (const { report, file, line } of [
    { report: 'stock', file: /^stock-\d{4}-\d\d-\d\d\.csv$/, line: /"Ponstan","500 mg","Tablets",20,0,20/ },
    { report: 'moves', file: /^stock-moves-\d{4}-\d\d-\d\d\.csv$/, line: /"receive",20,"Ponstan"/ },
  ]) {
    test(`${report} are exported as a file`, async ({ pages, api }) => {
      await stocked(await api.as('owner'), { name: 'Ponstan' });
      const reports = await pages.stockReports.open();
      const download = await reports.export(report);
      expect(download.suggestedFilename()).toMatch(file);
      expect(await readFile(await download.path(), 'utf8')).toMatch(line);
      await expect(reports.message).toHaveText('The report was exported.');
    });
  }

  test('one report is not available: the other one is', async ({ pages, page, api }) => {
    await addItem(await api.as('owner'), { name: 'Ponstan' });
    await failOnce(page, { path: '/api/inventory/reports/moves', service: 'inventory-service' });
    const reports = await pages.stockReports.open();
    await expect(reports.rowsOf(reports.stock)).toHaveText([/^Ponstan/]);
    await expect(reports.moves.getByRole('alert')).toContainText('The inventory is not available right now.');
    await reports.unavailable.retry();
    await expect(reports.moves).toContainText('Nothing has moved.');
  });
});
