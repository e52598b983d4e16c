import type { Locator } from '@playwright/test';
import { InventoryPage } from './inventory-page';
import type { ItemDialog } from './item-dialog';
import { ItemRow } from './item-row';
import { ScanBox } from './scan-box';

/** All items of the account. */
export class ItemsPage extends InventoryPage {
  readonly path = '/inventory';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Inventory' });
  readonly addButton = this.content.getByRole('button', { name: 'Add item', exact: true });
  readonly search = this.content.getByRole('searchbox', { name: 'Search items' });
  readonly stock = this.content.getByRole('combobox', { name: 'Stock' });
  readonly clearFilters = this.content.getByRole('button', { name: 'Clear filters' });
  readonly table = this.content.getByRole('table', { name: 'Items in stock' });
  /** Name and details of each item, in the order shown. */
  readonly names = this.table.getByRole('rowheader').getByRole('link');
  readonly scanner = new ScanBox(this.content);

  /** Opens the dialog that adds an item. */
  async startAdding(): Promise<ItemDialog> {
    await this.addButton.click();
    return this.itemDialog;
  }

  /** The row of one item. */
  row(name: string): ItemRow {
    const item = this.page.getByRole('rowheader', { name });
    return new ItemRow(this.table.getByRole('row').filter({ has: item }));
  }

  /** The header of a column, which also tells the order. */
  header(column: string): Locator {
    return this.table.getByRole('columnheader', { name: column });
  }

  /** Sorts by a column, the other way round if it sorts already; by keyboard, as a phone hides the headers. */
  async sortBy(column: string): Promise<void> {
    await this.header(column).getByRole('button').press('Enter');
  }
}
