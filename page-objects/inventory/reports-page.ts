import type { Download, Locator } from '@playwright/test';
import { InventoryPage } from './inventory-page';

/** The stock today, and what came and went. */
export class ReportsPage extends InventoryPage {
  readonly path = '/inventory/reports';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Reports' });
  readonly stock = this.content.getByRole('region', { name: 'Stock report' });
  readonly moves = this.content.getByRole('region', { name: 'Moves report' });
  readonly from = this.moves.getByLabel('From', { exact: true });
  readonly to = this.moves.getByLabel('To', { exact: true });

  /** The rows of a report, without its head. */
  rowsOf(report: Locator): Locator {
    return report.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
  }

  /** Exports a report, such as "stock", and hands over the download. */
  async export(report: string): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.content.getByRole('button', { name: `Export ${report} as CSV` }).click();
    return download;
  }
}
