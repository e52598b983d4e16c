import { Modal } from '../master-account/modal';

/** What can be told about an item. */
export interface ItemDetails {
  readonly gtin?: string;
  readonly name?: string;
  readonly strength?: string;
  readonly form?: string;
  readonly reorderLevel?: string;
  readonly targetLevel?: string;
}

/** Adds or changes an item. */
export class ItemDialog extends Modal {
  readonly gtin = this.root.getByRole('textbox', { name: 'GTIN' });
  readonly name = this.root.getByRole('textbox', { name: 'Name', exact: true });
  readonly strength = this.root.getByRole('textbox', { name: 'Strength (optional)' });
  readonly form = this.root.getByRole('textbox', { name: 'Form (optional)' });
  readonly reorderLevel = this.root.getByRole('textbox', { name: 'Reorder level' });
  readonly targetLevel = this.root.getByRole('textbox', { name: 'Target level' });

  /** Fills in what is given and leaves the other fields as they are. */
  async fill(details: ItemDetails): Promise<this> {
    for (const field of ['gtin', 'name', 'strength', 'form', 'reorderLevel', 'targetLevel'] as const) {
      const text = details[field];
      if (text !== undefined) await this[field].fill(text);
    }
    return this;
  }

  /** Saves the item. */
  async save(): Promise<void> {
    await this.root.getByRole('button', { name: 'Save' }).click();
  }
}
