import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** The slots of a doctor, or those that a patient can book. */
export class SlotsSection extends Component {
  readonly table = this.root.getByRole('table');
  /** The time of each slot, in the order shown. */
  readonly times = this.table.getByRole('rowheader');
  readonly offerButton = this.root.getByRole('button', { name: 'Offer slot' });
  readonly bookButtons = this.root.getByRole('button', { name: /^Book/ });
  readonly takeBackButtons = this.root.getByRole('button', { name: /^Take back/ });

  /** The row of the slot at a time, as it is shown. */
  row(time: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: time }) });
  }
}
