import { Problem } from '@officina/shared/problems/problem';
import { z } from '@officina/shared/service/api';
import { fileField } from '@officina/shared/uploads/upload';

/** Which files go with messages. */
export const ATTACHMENTS = { types: ['application/pdf', 'image/png', 'image/jpeg'], most: 5 } as const;

/** The form in which a file is handed in. */
export const attachmentForm = z.object({ file: fileField });

/** The problem of an attachment that its sender cannot give to a message. */
export function unknownAttachment(): Problem {
  const detail = 'An attachment is unknown, not yours, or already part of a message. Upload it again.';
  return new Problem({ status: 422, code: 'unknown-attachment' }, detail);
}

/** The headers with which a browser saves a file and does not show it. */
export function downloadHeaders({ name, type }: { readonly name: string; readonly type: string }) {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
  };
}
