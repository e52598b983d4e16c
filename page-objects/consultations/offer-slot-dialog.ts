import { Modal } from '../master-account/modal';

/** Offers a new slot. */
export class OfferSlotDialog extends Modal {
  readonly begins = this.root.getByLabel('Begins at');
  readonly length = this.root.getByRole('combobox', { name: 'Length' });
  readonly consent = this.root.getByRole('combobox', { name: 'Consent holds for' });

  /** Offers it. */
  async offer(): Promise<void> {
    await this.root.getByRole('button', { name: 'Offer slot' }).click();
  }
}
