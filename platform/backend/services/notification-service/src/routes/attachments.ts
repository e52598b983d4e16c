import { identity, requireRight } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { readUpload } from '@officina/shared/uploads/upload';

import { attachmentForm, ATTACHMENTS, downloadHeaders } from '../attachments';
import type { NotificationKit } from '../kit';
import { attachment } from '../schema';
import { findAttachment, saveAttachment } from '../store/attachments';

const middleware = requireRight('messages');

const upload = createRoute({
  method: 'post',
  path: '/api/messages/attachments',
  summary: 'Upload a file for a message: PDF, JPEG or PNG, up to 5 MB',
  middleware,
  request: { body: { required: true, content: { 'multipart/form-data': { schema: attachmentForm } } } },
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

/** Files of messages. */
export function addAttachments(api: Api, { db }: NotificationKit): void {
  api.openapi(upload, async (c) => {
    const checked = await readUpload(c.req.valid('form').file, ATTACHMENTS);
    return c.json(await saveAttachment(db, identity(c), checked), 201);
  });
  api.openapi(download, async (c) => {
    const found = await findAttachment(db, identity(c), c.req.valid('param').id);
    if (!found) throw notFound('attachment');
    return c.body(new Uint8Array(found.content), 200, downloadHeaders(found));
  });
}
