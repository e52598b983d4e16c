import { Component } from '../base';

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export class SecondStep extends Component {
  readonly heading = this.root.getByRole('heading', { level: 1, name: 'Confirm it is you' });
  readonly code = this.root.getByLabel('Authentication code');
  readonly recoveryCode = this.root.getByLabel('Recovery code');
  readonly confirm = this.root.getByRole('button', { name: 'Confirm' });
  readonly useRecoveryCode = this.root.getByRole('button', { name: 'Use a recovery code instead' });
  readonly useApp = this.root.getByRole('button', { name: 'Use the authenticator app instead' });
  readonly back = this.root.getByRole('button', { name: 'Back to sign-in' });
  readonly problem = this.root.getByRole('alert');

  /** Sends a code of the authenticator app. */
  async enterCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.confirm.click();
  }

  /** Changes to recovery codes and sends one. */
  async enterRecoveryCode(code: string): Promise<void> {
    await this.useRecoveryCode.click();
    await this.recoveryCode.fill(code);
    await this.confirm.click();
  }
}
