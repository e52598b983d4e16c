import { Page } from '../base';
import { LanguageSwitch } from '../shell/language-switch';
import { SecondStep } from './second-step';

/** What a user types to sign in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The sign-in page; the second step shows in its place without a change of address. */
export class SignInPage extends Page {
  readonly path = '/sign-in';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Sign in' });
  readonly email = this.page.getByLabel('E-mail address');
  readonly password = this.page.getByLabel('Password', { exact: true });
  readonly submit = this.page.getByRole('button', { name: 'Sign in' });
  readonly showPassword = this.page.getByRole('button', { name: 'Show password' });
  readonly hidePassword = this.page.getByRole('button', { name: 'Hide password' });
  /** Why signing in did not work. */
  readonly problem = this.page.getByRole('alert');
  /** Why the user is here again: signed out, or the session has ended. */
  readonly notice = this.page.getByRole('main').getByRole('status');
  readonly registerLink = this.page.getByRole('link', { name: 'Register your organisation' });
  readonly secondStep = new SecondStep(this.page.getByRole('main'));
  readonly language = new LanguageSwitch(this.page.getByRole('banner'));

  /** Fills the form in and sends it. */
  async signIn({ email, password }: Credentials): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
