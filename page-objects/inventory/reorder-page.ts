import { InventoryPage } from './inventory-page';

/** What to order. */
export class ReorderPage extends InventoryPage {
  readonly path = '/inventory/reorder';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Reorder' });
  readonly table = this.content.getByRole('table', { name: 'Reorder suggestions' });
  readonly rows = this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
  readonly copy = this.content.getByRole('button', { name: 'Copy order list' });
}
