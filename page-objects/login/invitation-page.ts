import type { Locator } from '@playwright/test';
import { Page } from '../base';
import { PasswordRules } from './password-rules';

/** The page that an invitation link leads to. */
export class InvitationPage extends Page {
  /** An address without an invitation; `openWith` leads to a real one. */
  readonly path = '/invitation/none';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Accept your invitation' });
  readonly name = this.page.getByLabel('Your name');
  readonly password = this.page.getByLabel('Password', { exact: true });
  readonly submit = this.page.getByRole('button', { name: 'Accept invitation' });
  readonly problem = this.page.getByRole('alert');
  readonly rules = new PasswordRules(this.page.getByRole('main'));
  readonly signInLink = this.page.getByRole('link', { name: 'Go to sign-in' });

  /** Opens the invitation of a token. */
  async openWith(token: string): Promise<this> {
    await this.page.goto(`/invitation/${token}`, { waitUntil: 'commit' });
    await this.heading.waitFor();
    return this;
  }

  /** Who invites, and as what. */
  offer(organisation: string, role: string): Locator {
    return this.page.getByRole('main').getByText(`${organisation} invites you as ${role}.`);
  }

  /** The e-mail address that the invited person will sign in with. */
  address(email: string): Locator {
    return this.page.getByRole('main').getByText(`You will sign in as ${email}.`);
  }

  /** Chooses a password and accepts. */
  async accept(password: string): Promise<void> {
    await this.password.fill(password);
    await this.submit.click();
  }
}
