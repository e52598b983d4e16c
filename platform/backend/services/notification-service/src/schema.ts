import { instant, z } from '@officina/shared/service/api';

const person = z.object({ id: z.uuid(), name: z.string().nullable() });

/** A file of a message, without its content. */
export const attachment = z
  .object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int() })
  .openapi('Attachment');

/** A message of a thread. */
export const message = z
  .object({
    id: z.uuid(),
    threadId: z.uuid(),
    author: z.object({ id: z.uuid(), name: z.string() }),
    text: z.string(),
    attachments: z.array(attachment),
    createdAt: instant,
    readBy: z.array(z.uuid()).describe('Other participants who have read up to here'),
  })
  .openapi('Message');

/** A thread as one of its participants sees it. */
export const thread = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    participants: z.array(person).describe('A name is null until its user was here once'),
    lastMessage: z.object({ authorName: z.string(), text: z.string(), at: instant }),
    messages: z.number().int(),
    unread: z.number().int(),
    createdAt: instant,
  })
  .openapi('Thread');

/** A line in somebody's notifications. */
export const notification = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    text: z.string(),
    link: z.string().nullable(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .openapi('Notification');

/** An e-mail in the outbox. */
export const mail = z
  .object({
    id: z.uuid(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    createdAt: instant,
  })
  .openapi('Mail');

/** JSON of an attachment. */
export type Attachment = z.output<typeof attachment>;
/** JSON of a message. */
export type Message = z.output<typeof message>;
/** JSON of a thread. */
export type Thread = z.output<typeof thread>;
/** JSON of a notification. */
export type Notification = z.output<typeof notification>;
/** JSON of a mail. */
export type Mail = z.output<typeof mail>;

const text = z.string().trim().max(4_000);

/** A thread to start. */
export const newThread = z
  .object({
    subject: z.string().trim().min(1).max(200),
    participantIds: z.array(z.uuid()).min(1).max(50),
    text: text.min(1),
    attachmentIds: z.array(z.uuid()).max(5).default([]),
  })
  .openapi('NewThread');

/** A message to write; without text it must bring a file. */
export const newMessage = z
  .object({ text: text.default(''), attachmentIds: z.array(z.uuid()).max(5).default([]) })
  .refine((given) => given.text !== '' || given.attachmentIds.length > 0, {
    path: ['text'],
    message: 'Either a text or an attachment is needed',
  })
  .openapi('NewMessage');

/** An e-mail to send. */
export const newMail = z
  .object({
    accountId: z.uuid(),
    to: z.string().trim().toLowerCase().max(254).pipe(z.email()),
    subject: z.string().trim().min(1).max(200),
    text: z.string().max(10_000),
  })
  .openapi('NewMail');

/** Which part of a list is wanted. */
export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
};

/** What to list of the threads. */
export const threadQuery = z.object({
  search: z.string().trim().max(200).optional(),
  unread: z.stringbool().default(false),
  sort: z.enum(['lastAt', '-lastAt', 'subject', '-subject']).default('-lastAt'),
  ...paging,
});

/** What to list of a thread's messages. */
export const messageQuery = z.object(paging);

/** What to list of the notifications. */
export const notificationQuery = z.object({ unread: z.stringbool().default(false), ...paging });

/** What to list of the outbox. */
export const mailQuery = z.object({ to: z.string().trim().max(254).optional(), ...paging });

/** After which event a stream goes on. */
export const resuming = z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() });

/** Wishes for a list of threads. */
export type ThreadQuery = Readonly<z.output<typeof threadQuery>>;
/** Wishes for a list of notifications. */
export type NotificationQuery = Readonly<z.output<typeof notificationQuery>>;
/** Wishes for a list of mails. */
export type MailQuery = Readonly<z.output<typeof mailQuery>>;

/** A page of a list. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });
}

/** A wanted part of a list. */
export interface Paging {
  readonly page: number;
  readonly pageSize: number;
}

/** How many rows come before a page. */
export const offsetOf = ({ page, pageSize }: Paging): number => (page - 1) * pageSize;

/** A text as a pattern for `ilike` that holds it literally. */
export function containing(wanted: string): string {
  return `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
}
