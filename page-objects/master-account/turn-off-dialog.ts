import { Modal } from './modal';

/** Asks for the password before two-step sign-in is turned off. */
export class TurnOffDialog extends Modal {
  readonly password = this.root.getByLabel('Password', { exact: true });

  /** Enters the password and turns it off. */
  async confirm(password: string): Promise<void> {
    await this.password.fill(password);
    await this.root.getByRole('button', { name: 'Turn off' }).click();
  }
}
