import type { APIRequestContext } from '@playwright/test';

import { answerOf } from './answer';

export interface Thread {
  readonly id: string;
  readonly subject: string;
  readonly participants: readonly { readonly id: string; readonly name: string | null }[];
  readonly lastMessage: { readonly authorName: string; readonly text: string; readonly at: string };
  readonly messages: number;
  readonly unread: number;
}

export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly readBy: readonly string[];
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

const THREADS = '/api/messages/threads';

/** The id of the user that a request context is signed in as. */
export async function userIdOf(user: APIRequestContext): Promise<string> {
  return (await answerOf<{ id: string }>(await user.get('/api/auth/me'))).id;
}

/** Starts a thread with somebody. */
export async function startThread(
  author: APIRequestContext,
  recipients: readonly APIRequestContext[],
  given: { readonly subject?: string; readonly text?: string; readonly attachmentIds?: readonly string[] } = {},
): Promise<Thread> {
  const participantIds = await Promise.all(recipients.map(userIdOf));
  const data = { subject: 'Delivery', text: 'Is it there?', ...given, participantIds };
  return answerOf<Thread>(await author.post(THREADS, { data }), 201);
}

/** Writes a message into a thread. */
export async function write(author: APIRequestContext, threadId: string, text: string): Promise<Message> {
  return answerOf<Message>(await author.post(`${THREADS}/${threadId}/messages`, { data: { text } }), 201);
}

/** Marks a thread read. */
export async function markRead(reader: APIRequestContext, threadId: string): Promise<void> {
  const answer = await reader.post(`${THREADS}/${threadId}/read`);
  if (answer.status() !== 204) throw new Error(`Marking read answered ${answer.status()}`);
}

/** The threads of a user; `query` starts with a question mark. */
export async function threadsOf(reader: APIRequestContext, query = ''): Promise<List<Thread>> {
  return answerOf<List<Thread>>(await reader.get(`${THREADS}${query}`));
}

/** Messages of a thread as a participant reads them. */
export async function messagesOf(
  reader: APIRequestContext,
  threadId: string,
  query = '',
): Promise<List<Message>> {
  return answerOf<List<Message>>(await reader.get(`${THREADS}/${threadId}/messages${query}`));
}

/** How many messages a user has not read. */
export async function unreadOf(reader: APIRequestContext): Promise<number> {
  return (await answerOf<{ total: number }>(await reader.get('/api/messages/unread'))).total;
}
