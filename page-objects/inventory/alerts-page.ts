import type { Locator } from '@playwright/test';
import { InventoryPage } from './inventory-page';

/** What is low, out of stock, expiring or expired. */
export class AlertsPage extends InventoryPage {
  readonly path = '/inventory/alerts';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Alerts' });
  readonly within = this.content.getByRole('combobox', { name: 'Expiring within' });
  readonly out = this.part('Out of stock');
  readonly low = this.part('Low stock');
  readonly expiring = this.part('Expiring or expired');

  /** The names that a part lists. */
  namesIn(part: Locator): Locator {
    return part.getByRole('rowheader').getByRole('link');
  }

  private part(name: string): Locator {
    return this.content.getByRole('region', { name });
  }
}
