import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** Who is signed in, and the way out. */
export class UserMenu extends Component {
  readonly button = this.root.getByRole('button', { name: /^User menu of / });
  readonly signOutButton = this.root.getByRole('button', { name: 'Sign out' });

  /** The button of one user's menu: the app shows this user. */
  of(name: string): Locator {
    return this.root.getByRole('button', { name: `User menu of ${name}`, exact: true });
  }

  /** A line of the open menu. */
  line(text: string): Locator {
    return this.root.getByRole('paragraph').filter({ hasText: text });
  }

  async open(): Promise<void> {
    await this.button.click();
  }

  /** Signs out by the app's own way. */
  async signOut(): Promise<void> {
    await this.open();
    await this.signOutButton.click();
  }
}
