import { Component } from '../base';
import { RecoveryCodes } from './recovery-codes';

/** Sets two-step sign-in up: key, first code, recovery codes. */
export class SecondStepWizard extends Component {
  readonly qrCode = this.root.getByRole('img', { name: 'QR code for your authenticator app' });
  readonly key = this.root.getByRole('textbox', { name: 'Set-up key' });
  readonly code = this.root.getByRole('textbox', { name: 'Authentication code' });
  readonly failure = this.root.getByRole('alert');
  readonly recoveryCodes = new RecoveryCodes(this.root);

  /** The key as the authenticator app needs it. */
  async secret(): Promise<string> {
    return this.key.inputValue();
  }

  /** Enters a code and turns two-step sign-in on. */
  async confirm(code: string): Promise<void> {
    await this.code.fill(code);
    await this.root.getByRole('button', { name: 'Turn on' }).click();
  }

  /** Leaves everything as it was. */
  async cancel(): Promise<void> {
    await this.root.getByRole('button', { name: 'Cancel' }).click();
  }
}
