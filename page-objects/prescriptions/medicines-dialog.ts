import { Modal } from '../master-account/modal';
import { MedicinesEditor } from './medicines-editor';

/** Changes the medicines of a prescription. */
export class MedicinesDialog extends Modal {
  readonly medicines = new MedicinesEditor(this.root);

  /** Saves the changes. */
  async save(): Promise<void> {
    await this.root.getByRole('button', { name: 'Save' }).click();
  }
}
