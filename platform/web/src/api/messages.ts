import { call, callRaw, query } from './client';
import type { Page, Role } from './types';

/** Somebody in a thread; the name is null until the messages service has met them. */
export interface Participant {
  readonly id: string;
  readonly name: string | null;
}

/** A conversation as its reader sees it. */
export interface Thread {
  readonly id: string;
  readonly subject: string;
  readonly participants: readonly Participant[];
  readonly lastMessage: { readonly authorName: string; readonly text: string; readonly at: string };
  readonly messages: number;
  readonly unread: number;
  readonly createdAt: string;
}

/** A file of a message. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A message of a thread. */
export interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly createdAt: string;
  readonly readBy: readonly string[];
}

/** Something that the user is told. */
export interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** Somebody of the account who can be written to. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** How much is unread. */
export interface Unread {
  readonly messages: number;
  readonly notifications: number;
}

/** Which threads are listed. */
export interface ThreadFilter {
  readonly search: string;
  readonly unread: string;
  readonly page: number;
}

/** What is written into a thread. */
export interface NewMessage {
  readonly text: string;
  readonly attachmentIds: readonly string[];
}

const threadPath = (id: string): string => `/api/messages/threads/${id}`;

/** The calls to the service of messages and notifications. */
export const messagesApi = {
  threads: (filter: ThreadFilter) =>
    call<Page<Thread>>(`/api/messages/threads${query({ ...filter })}`),
  thread: (id: string) => call<Thread>(threadPath(id)),
  start: (body: NewMessage & { subject: string; participantIds: readonly string[] }) =>
    call<Thread>('/api/messages/threads', { method: 'POST', body }),
  messages: (id: string, page: number, pageSize: number) =>
    call<Page<Message>>(`${threadPath(id)}/messages${query({ page, pageSize })}`),
  write: (id: string, body: NewMessage) =>
    call<Message>(`${threadPath(id)}/messages`, { method: 'POST', body }),
  markRead: (id: string) => call<void>(`${threadPath(id)}/read`, { method: 'POST' }),
  unread: () => call<{ total: number }>('/api/messages/unread'),
  upload: (file: File) => {
    const body = new FormData();
    body.set('file', file);
    return call<Attachment>('/api/messages/attachments', { method: 'POST', body });
  },
  file: async (id: string) => (await callRaw(`/api/messages/attachments/${id}`)).blob(),
  people: async () => (await call<{ items: readonly Person[] }>('/api/users/directory')).items,
  notifications: () =>
    call<Page<Notification> & { unread: number }>('/api/notifications?pageSize=10'),
  readNotification: (id: string) =>
    call<void>(`/api/notifications/${id}/read`, { method: 'POST' }),
  readAllNotifications: () =>
    call<{ marked: number }>('/api/notifications/read-all', { method: 'POST' }),
} as const;
