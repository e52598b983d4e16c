import type { Identity } from '@officina/shared/identity/identity';
import type { UploadedFile } from '@officina/shared/uploads/upload';
import { sql } from 'kysely';

import { unknownAttachment } from '../attachments';
import type { Db } from '../kit';
import type { Attachment } from '../schema';

/** Keeps a file until a message takes it. */
export async function saveAttachment(db: Db, by: Identity, file: UploadedFile): Promise<Attachment> {
  const { name, type, content } = file;
  return db
    .insertInto('attachments')
    .values({
      ...{ account_id: by.accountId, uploaded_by: by.userId, message_id: null },
      ...{ name, type, content, size: content.length },
    })
    .returning(['id', 'name', 'type', 'size'])
    .executeTakeFirstOrThrow();
}

/** Gives files to a message; each must be the author's own and without a message yet. */
export async function attach(
  db: Db,
  author: Identity,
  to: { readonly messageId: string; readonly ids: readonly string[] },
): Promise<readonly Attachment[]> {
  const ids = [...new Set(to.ids)];
  if (ids.length === 0) return [];
  const files = await db
    .updateTable('attachments')
    .set({ message_id: to.messageId })
    .where('id', 'in', ids)
    .where('uploaded_by', '=', author.userId)
    .where('message_id', 'is', null)
    .returning(['id', 'name', 'type', 'size'])
    .execute();
  if (files.length === ids.length) return files;
  throw unknownAttachment();
}

/** A file that somebody may read: as a participant of its thread, or before it is sent as its owner. */
export function findAttachment(db: Db, reader: Identity, id: string) {
  const { userId, accountId } = reader;
  return db
    .selectFrom('attachments as a')
    .select(['a.name', 'a.type', 'a.content'])
    .where('a.id', '=', id)
    .where('a.account_id', '=', accountId)
    .where((or) =>
      or.or([
        or.and([or('a.message_id', 'is', null), or('a.uploaded_by', '=', userId)]),
        or.exists(
          or
            .selectFrom('messages as m')
            .innerJoin('participants as p', 'p.thread_id', 'm.thread_id')
            .select(sql`1`.as('one'))
            .whereRef('m.id', '=', 'a.message_id')
            .where('p.user_id', '=', userId),
        ),
      ]),
    )
    .executeTakeFirst();
}
