import { Page } from '../base';
import { PasswordRules } from './password-rules';

/** What a new master account needs. */
export interface Registration {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The page on which an organisation registers; who registers becomes its owner. */
export class RegisterPage extends Page {
  readonly path = '/register';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Register your organisation' });
  readonly organisation = this.page.getByLabel('Organisation');
  readonly name = this.page.getByLabel('Your name');
  readonly email = this.page.getByLabel('E-mail address');
  readonly password = this.page.getByLabel('Password', { exact: true });
  readonly submit = this.page.getByRole('button', { name: 'Create account' });
  readonly problem = this.page.getByRole('alert');
  readonly rules = new PasswordRules(this.page.getByRole('main'));
  readonly signInLink = this.page.getByRole('link', { name: 'Sign in' });

  /** Fills the form in and sends it. */
  async register({ organisation, name, email, password }: Registration): Promise<void> {
    await this.organisation.fill(organisation);
    await this.name.fill(name);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
