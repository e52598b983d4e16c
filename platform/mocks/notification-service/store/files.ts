import { randomUUID } from 'node:crypto';
import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import type { UploadedFile } from '@officina/shared/uploads/upload';
import { unknownAttachment } from '../../../backend/services/notification-service/src/attachments';
import type { Attachment } from '../../../backend/services/notification-service/src/schema';
import type { StoredThread } from './threads';

interface StoredFile {
  readonly file: UploadedFile;
  readonly attachment: Attachment;
  readonly accountId: string;
  readonly uploadedBy: string;
  /** Where it was sent to; nowhere yet. */
  thread: StoredThread | undefined;
}

/** The files of messages, sent or not yet. */
export class Files {
  readonly #files = new Map<string, StoredFile>();

  save({ accountId, userId: uploadedBy }: Identity, file: UploadedFile): Attachment {
    const attachment = { id: randomUUID(), name: file.name, type: file.type, size: file.content.length };
    this.#files.set(attachment.id, { file, attachment, accountId, uploadedBy, thread: undefined });
    return attachment;
  }

  /**
   * Files that their author is about to send; `give` them to a thread then.
   *
   * @throws Problem 422 `unknown-attachment`.
   */
  unsent(author: Identity, ids: readonly string[]) {
    const found = [...new Set(ids)].map((id) => {
      const stored = this.#files.get(id);
      if (stored?.uploadedBy === author.userId && !stored.thread) return stored;
      throw unknownAttachment();
    });
    return {
      attachments: found.map(({ attachment }) => attachment),
      give: (thread: StoredThread): void => found.forEach((stored) => void (stored.thread = thread)),
    };
  }

  /**
   * A file for a participant of its thread, or for its owner before it is sent.
   *
   * @throws Problem 404 for everybody else.
   */
  find({ accountId, userId }: Identity, id: string): UploadedFile {
    const stored = this.#files.get(id);
    if (stored?.accountId !== accountId) throw notFound('attachment');
    const mayRead = stored.thread ? stored.thread.lastRead.has(userId) : stored.uploadedBy === userId;
    if (!mayRead) throw notFound('attachment');
    return stored.file;
  }
}
