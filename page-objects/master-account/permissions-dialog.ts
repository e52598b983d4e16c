import { Modal } from './modal';
import { RightEditor } from './right-editor';

/** Decides what one user may do. */
export class PermissionsDialog extends Modal {
  readonly choices = this.root.getByRole('radio');
  readonly saveButton = this.root.getByRole('button', { name: 'Save' });
  readonly close = this.root.getByRole('button', { name: 'Close' });

  /** The choice for one right, named as shown, such as "Inventory". */
  right(name: string): RightEditor {
    return new RightEditor(this.root.getByRole('radiogroup', { name, exact: true }));
  }

  /** Saves the choices. */
  async save(): Promise<void> {
    await this.saveButton.click();
  }
}
