import { identity, requireRight } from '@officina/shared/identity/guards';
import { notFound, Problem } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { filetypemime } from 'magic-bytes.js';

import type { NotificationKit } from '../kit';
import { attachment, ATTACHMENT_LIMIT } from '../schema';
import { findAttachment, saveAttachment } from '../store/attachments';

const middleware = requireRight('messages');
const ALLOWED = ['application/pdf', 'image/jpeg', 'image/png'] as const;
const LONGEST_NAME = 200;

const file = z
  .custom<File>((given) => given instanceof File, 'A file is needed')
  .openapi({ type: 'string', format: 'binary' });

const upload = createRoute({
  method: 'post',
  path: '/api/messages/attachments',
  summary: 'Upload a file for a message: PDF, JPEG or PNG, up to 5 MB',
  middleware,
  request: {
    body: { required: true, content: { 'multipart/form-data': { schema: z.object({ file }) } } },
  },
  responses: { 201: jsonAnswer(attachment, 'The attachment') },
});

const download = createRoute({
  method: 'get',
  path: '/api/messages/attachments/{id}',
  summary: 'The content of an attachment, for participants of its thread',
  middleware,
  request: { params: idParams },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // Control characters would end up in a header.
  const plain = last.replace(/\p{Cc}/gu, '').trim();
  return plain.slice(0, LONGEST_NAME) || 'attachment';
}

async function checkedFile(given: File) {
  if (given.size > ATTACHMENT_LIMIT) {
    const detail = `${plainName(given.name)} is above 5 MB. Send a smaller file.`;
    throw new Problem({ status: 413, code: 'too-large' }, detail);
  }
  const content = Buffer.from(await given.arrayBuffer());
  // By content: the name and the type that the sender gives prove nothing.
  const found = filetypemime(content);
  const type = ALLOWED.find((allowed) => found.includes(allowed));
  if (type) return { name: plainName(given.name), type, content };
  const detail = `${plainName(given.name)} is neither a PDF nor a JPEG or PNG picture.`;
  throw new Problem({ status: 422, code: 'unsupported-file' }, detail);
}

/** Files of messages. */
export function addAttachments(api: Api, { db }: NotificationKit): void {
  api.openapi(upload, async (c) => {
    const checked = await checkedFile(c.req.valid('form').file);
    return c.json(await saveAttachment(db, identity(c), checked), 201);
  });
  api.openapi(download, async (c) => {
    const found = await findAttachment(db, identity(c), c.req.valid('param').id);
    if (!found) throw notFound('attachment');
    return c.body(new Uint8Array(found.content), 200, {
      'content-type': found.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      'cache-control': 'private, no-store',
    });
  });
}
