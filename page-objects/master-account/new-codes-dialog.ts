import { Modal } from './modal';

/** Replaces the recovery codes. */
export class NewCodesDialog extends Modal {
  readonly code = this.root.getByRole('textbox', { name: 'Authentication code' });

  /** Enters a code and asks for new recovery codes. */
  async create(code: string): Promise<void> {
    await this.code.fill(code);
    await this.root.getByRole('button', { name: 'Create codes' }).click();
  }
}
