import type { Recipient } from '../../backend/services/notification-service/src/reader';
import type { Message, Thread, ThreadQuery } from '../../backend/services/notification-service/src/schema';
import { byText, contains, page } from '../kit';
import type { Store } from './desk';
import { unreadIn, type StoredMessage, type StoredThread } from './store/threads';

/** A message as JSON. */
export function messageOf({ id: threadId, lastRead }: StoredThread, message: StoredMessage): Message {
  const { number, attachments, ...rest } = message;
  const readers = [...lastRead].filter(([userId, mark]) => userId !== message.author.id && mark >= number);
  return { ...rest, threadId, attachments: [...attachments], readBy: readers.map(([userId]) => userId).sort(byText) };
}

/** A thread as one of its participants sees it. */
export function threadOf({ people }: Pick<Store, 'people'>, { userId }: Recipient, thread: StoredThread): Thread {
  const { id, accountId, subject, createdAt, messages, lastRead } = thread;
  const participants = [...lastRead.keys()].map((person) => ({ id: person, name: people.nameOf(accountId, person) }));
  const last = messages.at(-1);
  return {
    id,
    subject,
    // Who was never here, and has no name therefore, comes last.
    participants: participants.sort(
      (a, b) => Number(a.name === null) - Number(b.name === null) || byText(a.name ?? '', b.name ?? '') || byText(a.id, b.id),
    ),
    lastMessage: { authorName: last?.author.name ?? '', text: last?.text ?? '', at: last?.createdAt ?? createdAt },
    messages: messages.length,
    unread: unreadIn(thread, userId),
    createdAt,
  };
}

const latest = ({ messages }: StoredThread): number => messages.at(-1)?.number ?? 0;
const bySubject = (a: StoredThread, b: StoredThread): number => byText(a.subject.toLowerCase(), b.subject.toLowerCase());

const ORDER: Readonly<Record<ThreadQuery['sort'], (a: StoredThread, b: StoredThread) => number>> = {
  lastAt: (a, b) => latest(a) - latest(b),
  '-lastAt': (a, b) => latest(b) - latest(a),
  subject: bySubject,
  '-subject': (a, b) => bySubject(b, a),
};

/** One page of a user's threads. */
export function pageOfThreads(store: Pick<Store, 'people' | 'threads'>, reader: Recipient, query: ThreadQuery) {
  const { search = '', unread, sort } = query;
  const found = store.threads
    .of(reader)
    .filter(({ subject, messages }) => [subject, ...messages.map(({ text }) => text)].some((text) => contains(text, search)))
    .filter((thread) => !unread || unreadIn(thread, reader.userId) > 0)
    .sort((a, b) => ORDER[sort](a, b) || byText(a.id, b.id));
  const { items, ...rest } = page(found, query);
  return { ...rest, items: items.map((thread) => threadOf(store, reader, thread)) };
}
