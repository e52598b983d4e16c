import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** The user's conversations. */
export class ThreadList extends Component {
  readonly search = this.root.getByRole('searchbox', { name: 'Search conversations' });
  readonly show = this.root.getByRole('combobox', { name: 'Show' });
  readonly entries = this.root.getByRole('list', { name: 'Conversations' }).getByRole('link');

  /** The entry of one conversation, by its subject. */
  entry(subject: string): Locator {
    return this.entries.filter({ hasText: subject });
  }

  /** Finds conversations by words. */
  async find(words: string): Promise<void> {
    await this.search.fill(words);
  }

  /** Shows all conversations, or the unread ones. */
  async showOnly(which: 'All' | 'Unread'): Promise<void> {
    await this.show.selectOption({ label: which });
  }
}
