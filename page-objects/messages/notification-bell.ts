import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** The bell in the header and what opens below it. */
export class NotificationBell extends Component {
  readonly button = this.root.getByRole('button', { name: /^Notifications/ });
  readonly list = this.root.getByRole('region', { name: 'Notifications' });
  readonly entries = this.list.getByRole('listitem');
  readonly readAllButton = this.list.getByRole('button', { name: 'Mark all as read' });
  readonly alert = this.list.getByRole('alert');

  /** The bell while so many notifications are unread; 0 for none. */
  withUnread(count: number): Locator {
    const name = count === 0 ? 'Notifications' : `Notifications, ${count} unread`;
    return this.root.getByRole('button', { name, exact: true });
  }

  /** The link of a notification, by its words. */
  link(words: string): Locator {
    return this.list.getByRole('link', { name: words });
  }

  async open(): Promise<void> {
    await this.button.click();
  }
}
