import { randomUUID } from 'node:crypto';
import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import type { Recipient } from '../../../backend/services/notification-service/src/reader';
import type { Attachment } from '../../../backend/services/notification-service/src/schema';

/** A message as it is kept. */
export interface StoredMessage {
  readonly id: string;
  /** Counts up over all threads: of two, it says which is the later one. */
  readonly number: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly createdAt: string;
}

/** A thread with all that is in it. */
export interface StoredThread {
  readonly id: string;
  readonly accountId: string;
  readonly subject: string;
  readonly createdAt: string;
  /** Oldest first. */
  readonly messages: StoredMessage[];
  /** Who takes part, and the number of the message up to which they have read. */
  readonly lastRead: Map<string, number>;
}

/** A message to write; its files are the author's own. */
export interface Draft {
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** The messages of a thread that a participant has not read; one's own never count. */
export function unreadIn(thread: StoredThread, userId: string): number {
  const lastRead = thread.lastRead.get(userId) ?? 0;
  return thread.messages.filter(({ number, author }) => number > lastRead && author.id !== userId).length;
}

/** The threads of all master accounts, each apart. */
export class Threads {
  readonly #of = new Map<string, StoredThread[]>();
  #written = 0;

  /** Makes an empty thread; it must get its first message at once. */
  start(accountId: string, subject: string, userIds: readonly string[]): StoredThread {
    const lastRead = new Map(userIds.map((id) => [id, 0]));
    const thread = { id: randomUUID(), accountId, subject, createdAt: new Date().toISOString(), messages: [], lastRead };
    this.#of.set(accountId, [...(this.#of.get(accountId) ?? []), thread]);
    return thread;
  }

  /** The threads that a user takes part in. */
  of({ accountId, userId }: Recipient): readonly StoredThread[] {
    return (this.#of.get(accountId) ?? []).filter(({ lastRead }) => lastRead.has(userId));
  }

  /**
   * One thread of a user.
   *
   * @throws Problem 404 for the thread of others: it is as good as none.
   */
  one(reader: Recipient, id: string): StoredThread {
    const found = this.of(reader).find((thread) => thread.id === id);
    if (found) return found;
    throw notFound('thread');
  }

  /** Writes a message; its author has read all that came before. */
  write({ userId, name }: Identity, thread: StoredThread, { text, attachments }: Draft): StoredMessage {
    this.#written += 1;
    const createdAt = new Date().toISOString();
    const message = { id: randomUUID(), number: this.#written, author: { id: userId, name }, text, attachments, createdAt };
    thread.messages.push(message);
    this.read(userId, thread);
    return message;
  }

  /** Marks all messages of a thread read; returns whether any was after the mark. */
  read(userId: string, { messages, lastRead }: StoredThread): boolean {
    const newest = messages.at(-1)?.number ?? 0;
    if ((lastRead.get(userId) ?? 0) >= newest) return false;
    lastRead.set(userId, newest);
    return true;
  }

  /** How many messages a user has not read, in all threads. */
  unreadOf(reader: Recipient): number {
    return this.of(reader).reduce((sum, thread) => sum + unreadIn(thread, reader.userId), 0);
  }
}
