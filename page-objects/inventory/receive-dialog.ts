import { Modal } from '../master-account/modal';

/** What can be told about goods. */
export interface GoodsDetails {
  readonly lot?: string;
  /** Such as "2027-03-31". */
  readonly expiresOn?: string;
  readonly quantity?: string;
}

/** Receives goods. */
export class ReceiveDialog extends Modal {
  readonly lot = this.root.getByRole('textbox', { name: 'Lot' });
  readonly expiresOn = this.root.getByLabel('Expiry date');
  readonly quantity = this.root.getByRole('textbox', { name: 'Quantity' });

  /** Fills in what is given and leaves the other fields as they are. */
  async fill(goods: GoodsDetails): Promise<this> {
    for (const field of ['lot', 'expiresOn', 'quantity'] as const) {
      const text = goods[field];
      if (text !== undefined) await this[field].fill(text);
    }
    return this;
  }

  /** Takes the goods in. */
  async receive(): Promise<void> {
    await this.root.getByRole('button', { name: 'Receive goods' }).click();
  }
}
