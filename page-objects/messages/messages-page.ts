import type { Locator } from '@playwright/test';
import { Page } from '../base';
import { NewThreadDialog } from './new-thread-dialog';
import { NotificationBell } from './notification-bell';
import { ThreadList } from './thread-list';
import { ThreadView } from './thread-view';

/** Conversations; on a phone the list and the open conversation come one after the other. */
export class MessagesPage extends Page {
  readonly path = '/messages';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Messages' });
  readonly content = this.page.getByRole('main');
  readonly header = this.page.getByRole('banner');
  readonly newButton = this.content.getByRole('button', { name: 'New conversation' });
  readonly list = new ThreadList(this.content);
  readonly dialog = new NewThreadDialog(this.page.getByRole('dialog', { name: 'New conversation' }));
  readonly bell = new NotificationBell(this.header);
  readonly backLink = this.content.getByRole('link', { name: 'All conversations' });
  readonly alert = this.content.getByRole('alert');
  readonly tryAgain = this.alert.getByRole('button', { name: 'Try again' });
  /** What users see who have no right to messages. */
  readonly noAccess = this.page.getByRole('heading', {
    level: 1,
    name: 'You do not have access to this area',
  });

  /** The link in the header while so many messages are unread; 0 for none. */
  headerLink(unread: number): Locator {
    const name = unread === 0 ? 'Messages' : `Messages, ${unread} unread`;
    return this.header.getByRole('link', { name, exact: true });
  }

  /** An open conversation, by its subject. */
  thread(subject: string): ThreadView {
    return new ThreadView(this.content.getByRole('region', { name: subject, exact: true }));
  }

  /** Opens a conversation straight by its address. */
  async openThread(id: string, subject: string): Promise<ThreadView> {
    await this.page.goto(`${this.path}/${id}`, { waitUntil: 'commit' });
    const thread = this.thread(subject);
    await thread.heading.waitFor();
    return thread;
  }

  /** Opens the dialog that starts a conversation. */
  async startThread(): Promise<NewThreadDialog> {
    await this.newButton.click();
    return this.dialog;
  }
}
