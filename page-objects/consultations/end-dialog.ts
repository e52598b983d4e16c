import { Modal } from '../master-account/modal';
import { MedicinesEditor } from '../prescriptions/medicines-editor';

/** Ends a consultation. */
export class EndDialog extends Modal {
  readonly summary = this.root.getByRole('textbox', { name: 'Summary' });
  readonly prescribe = this.root.getByRole('checkbox', { name: 'Write a prescription' });
  readonly medicines = new MedicinesEditor(this.root);

  /** Ends it. */
  async end(): Promise<void> {
    await this.root.getByRole('button', { name: 'End consultation' }).click();
  }
}
