import { Modal } from '../master-account/modal';

/** Asks for a reason before a step is taken. */
export class ReasonDialog extends Modal {
  readonly reason = this.root.getByRole('textbox');

  /** Gives the reason and agrees, by the button that names what will be done. */
  async give(reason: string, action: string): Promise<void> {
    await this.reason.fill(reason);
    await this.root.getByRole('button', { name: action, exact: true }).click();
  }
}
