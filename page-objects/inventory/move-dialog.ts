import { Modal } from '../master-account/modal';

/** What can be told about a change of stock. */
export interface MoveDetails {
  /** The option as shown, or a part of it. */
  readonly batch?: string;
  readonly quantity?: string;
  readonly reason?: string;
}

/** Dispenses, writes off or corrects. */
export class MoveDialog extends Modal {
  readonly batch = this.root.getByRole('combobox', { name: 'Batch' });
  readonly quantity = this.root.getByRole('textbox', { name: /^(Quantity|Change)$/ });
  readonly reason = this.root.getByRole('textbox', { name: 'Reason' });
  readonly batches = this.batch.getByRole('option');

  /** Fills in what is given and leaves the other fields as they are. */
  async fill({ batch, quantity, reason }: MoveDetails): Promise<this> {
    if (batch !== undefined) {
      const value = await this.batches.filter({ hasText: batch }).getAttribute('value');
      await this.batch.selectOption(value);
    }
    if (quantity !== undefined) await this.quantity.fill(quantity);
    if (reason !== undefined) await this.reason.fill(reason);
    return this;
  }

  /** Does it. */
  async submit(): Promise<void> {
    await this.root.getByRole('button', { name: /^(Dispense|Write off|Correct stock)$/ }).click();
  }
}
