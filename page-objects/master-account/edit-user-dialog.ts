import { UserForm } from './user-form';

/** Changes a user. */
export class EditUserDialog extends UserForm {
  /** Saves the changes. */
  async save(): Promise<void> {
    await this.root.getByRole('button', { name: 'Save' }).click();
  }
}
