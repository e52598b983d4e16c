import { randomUUID } from 'node:crypto';
import type { NumberedNotice } from '../../../backend/services/notification-service/src/notices';
import type { Recipient } from '../../../backend/services/notification-service/src/reader';
import type { Notification } from '../../../backend/services/notification-service/src/schema';

interface Entry {
  readonly noticeId: string;
  readonly accountId: string;
  notification: Notification;
}

/** The notifications of every user. */
export class Notifications {
  readonly #of = new Map<string, Entry[]>();

  /** Adds a notice to a user's; nothing when it is there already. */
  add(userId: string, { id: noticeId, accountId, kind, title, text, link }: NumberedNotice): Notification | undefined {
    const own = this.#of.get(userId) ?? [];
    if (own.some((entry) => entry.noticeId === noticeId)) return undefined;
    const createdAt = new Date().toISOString();
    const notification = { id: randomUUID(), kind, title, text, link, createdAt, readAt: null };
    this.#of.set(userId, [...own, { noticeId, accountId, notification }]);
    return notification;
  }

  /** A user's notifications, newest first. */
  of(reader: Recipient): readonly Notification[] {
    return this.#entries(reader).map(({ notification }) => notification).reverse();
  }

  /** How many of them are unread. */
  unreadOf(reader: Recipient): number {
    return this.of(reader).filter(({ readAt }) => readAt === null).length;
  }

  /** Marks one read, or all that are not; returns how many there were of that choice. */
  read(reader: Recipient, id?: string): { readonly found: number; readonly changed: number } {
    const chosen = this.#entries(reader).filter(({ notification }) => id === undefined || notification.id === id);
    const unread = chosen.filter(({ notification }) => notification.readAt === null);
    const readAt = new Date().toISOString();
    for (const entry of unread) entry.notification = { ...entry.notification, readAt };
    return { found: chosen.length, changed: unread.length };
  }

  #entries({ userId, accountId }: Recipient): Entry[] {
    return (this.#of.get(userId) ?? []).filter((entry) => entry.accountId === accountId);
  }
}
