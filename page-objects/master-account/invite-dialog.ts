import { UserForm } from './user-form';

/** Invites a user. */
export class InviteDialog extends UserForm {
  /** Sends the invitation. */
  async send(): Promise<void> {
    await this.root.getByRole('button', { name: 'Send invitation' }).click();
  }
}
