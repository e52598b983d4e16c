import { Modal } from '../master-account/modal';

/** Hands a prescription in as a file. */
export class UploadDialog extends Modal {
  readonly patient = this.root.getByRole('combobox', { name: 'Patient' });
  readonly file = this.root.getByLabel('File', { exact: true });
  readonly note = this.root.getByRole('textbox', { name: 'Note (optional)' });

  /** Sends it. */
  async handIn(): Promise<void> {
    await this.root.getByRole('button', { name: 'Hand in' }).click();
  }
}
