import type { Identity } from '@officina/shared/identity/identity';
import { letterOf, type NumberedNotice } from '../../backend/services/notification-service/src/notices';
import type { Message } from '../../backend/services/notification-service/src/schema';
import type { Desk } from './desk';
import type { Draft, StoredThread } from './store/threads';
import { messageOf } from './views';

/** Writes a notice into the notifications, the live streams and the outbox; returns to how many it was new. */
export function tell({ store, settings }: Desk, notice: NumberedNotice): number {
  const { people, notifications, events, mails } = store;
  const { accountId } = notice;
  const addressees = people.withoutStrangers({ accountId, userIds: [...new Set(notice.userIds)] });
  const told = addressees.flatMap((userId) => {
    const notification = notifications.add(userId, notice);
    return notification ? [{ userId, data: { notification } }] : [];
  });
  events.append('notification', told);
  const letter = letterOf(notice, settings.APP_URL);
  const userIds = told.map(({ userId }) => userId);
  for (const address of people.addressesOf({ accountId, userIds })) mails.send(accountId, address, letter);
  return told.length;
}

/** Writes a message into a thread and tells everybody in it. */
export function write({ store }: Desk, author: Identity, { thread, ...draft }: Draft & { readonly thread: StoredThread }): Message {
  const { threads, events } = store;
  const message = messageOf(thread, threads.write(author, thread, draft));
  const data = { threadId: thread.id, message };
  events.append('message', [...thread.lastRead.keys()].map((userId) => ({ userId, data })));
  return message;
}
