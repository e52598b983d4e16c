import { Component } from '../base';
import { PasswordRules } from '../login/password-rules';

/** Changes the user's password. */
export class PasswordSection extends Component {
  readonly current = this.root.getByLabel('Current password');
  readonly next = this.root.getByLabel('New password');
  readonly rules = new PasswordRules(this.root);

  /** Shows or hides what stands in a field. */
  async toggle(field: 'current' | 'next'): Promise<void> {
    const position = field === 'current' ? 'first' : 'last';
    await this.root.getByRole('button', { name: /^(Show|Hide) password$/ })[position]().click();
  }

  /** Changes the password. */
  async change(current: string, next: string): Promise<void> {
    await this.current.fill(current);
    await this.next.fill(next);
    await this.root.getByRole('button', { name: 'Change password' }).click();
  }
}
