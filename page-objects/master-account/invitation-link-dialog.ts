import { Modal } from './modal';

/** Shows an invitation link. */
export class InvitationLinkDialog extends Modal {
  readonly link = this.root.getByRole('textbox', { name: 'Invitation link' });

  /** Closes it. */
  async done(): Promise<void> {
    await this.root.getByRole('button', { name: 'Done' }).click();
  }
}
