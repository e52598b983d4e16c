import { Modal } from './modal';

/** Asks before something is done that cannot be taken back easily. */
export class ConfirmDialog extends Modal {
  /** Agrees, by the button that names what will be done. */
  async accept(action: string): Promise<void> {
    await this.root.getByRole('button', { name: action, exact: true }).click();
  }
}
