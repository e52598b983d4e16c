import type { Locator } from '@playwright/test';
import { Composer } from './composer';

/** The dialog that starts a conversation. */
export class NewThreadDialog extends Composer {
  readonly people = this.root.getByRole('group', { name: 'To' });
  readonly subject = this.root.getByRole('textbox', { name: 'Subject' });
  readonly searchPeople = this.people.getByRole('searchbox', { name: 'Search people' });
  readonly cancelButton = this.root.getByRole('button', { name: 'Cancel', exact: true });

  /** The checkbox of a person. */
  person(name: string): Locator {
    return this.people.getByRole('checkbox', { name });
  }

  /** Fills the dialog in. */
  async fill(given: { to: readonly string[]; subject: string; text: string }): Promise<void> {
    for (const name of given.to) await this.person(name).check();
    await this.subject.fill(given.subject);
    await this.text.fill(given.text);
  }
}
