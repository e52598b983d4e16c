import { Modal } from '../master-account/modal';

/** Books a slot. */
export class BookDialog extends Modal {
  readonly reason = this.root.getByRole('textbox', { name: 'Reason' });

  /** Books it. */
  async book(): Promise<void> {
    await this.root.getByRole('button', { name: 'Book', exact: true }).click();
  }
}
