import type { ColumnType, Generated } from 'kysely';

interface PersonTable {
  user_id: string;
  account_id: string;
  name: string;
  email: string;
}

interface ThreadTable {
  id: Generated<string>;
  account_id: string;
  subject: string;
  created_at: Generated<Date>;
  last_at: Generated<Date>;
}

interface ParticipantTable {
  thread_id: string;
  user_id: string;
  last_read: ColumnType<string, string | undefined, string>;
}

interface MessageTable {
  id: Generated<string>;
  number: Generated<string>;
  thread_id: string;
  author_id: string;
  author_name: string;
  text: string;
  created_at: Generated<Date>;
}

interface AttachmentTable {
  id: Generated<string>;
  account_id: string;
  uploaded_by: string;
  message_id: string | null;
  name: string;
  type: string;
  size: number;
  content: Buffer;
  created_at: Generated<Date>;
}

interface NotificationTable {
  id: Generated<string>;
  notice_id: string;
  account_id: string;
  user_id: string;
  kind: string;
  title: string;
  text: string;
  link: string | null;
  created_at: Generated<Date>;
  read_at: Date | null;
}

interface StreamTable {
  user_id: string;
  last: string;
}

interface EventTable {
  user_id: string;
  number: string;
  type: string;
  data: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  at: Generated<Date>;
}

interface MailTable {
  id: Generated<string>;
  number: Generated<string>;
  account_id: string;
  recipient: string;
  subject: string;
  text: string;
  created_at: Generated<Date>;
}

/** The tables of notification-service. */
export interface NotificationTables {
  people: PersonTable;
  threads: ThreadTable;
  participants: ParticipantTable;
  messages: MessageTable;
  attachments: AttachmentTable;
  notifications: NotificationTable;
  streams: StreamTable;
  events: EventTable;
  mails: MailTable;
}
