import { Page } from '../base';

/** The page that leads users to a second step which their organisation demands. */
export class MfaSetupPage extends Page {
  readonly path = '/mfa-setup';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Set up two-step sign-in' });
  readonly qrCode = this.page.getByRole('img', { name: 'QR code for your authenticator app' });
  readonly key = this.page.getByLabel('Set-up key');
  readonly code = this.page.getByLabel('Authentication code');
  readonly turnOn = this.page.getByRole('button', { name: 'Turn on' });
  readonly problem = this.page.getByRole('alert');
  readonly recoveryCodes = this.page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  readonly codesSaved = this.page.getByRole('button', { name: 'I have saved the codes' });
  readonly signOut = this.page.getByRole('button', { name: 'Sign out' });

  /** Sends the first code of the authenticator app. */
  async enterCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.turnOn.click();
  }
}
