import { idParams } from '@officina/shared/service/api';
import { readUpload } from '@officina/shared/uploads/upload';
import { attachmentForm, ATTACHMENTS, downloadHeaders } from '../../../backend/services/notification-service/src/attachments';
import { messageQuery, newMessage } from '../../../backend/services/notification-service/src/schema';
import { bodyOf, formOf, page, paramsOf, queryOf } from '../../kit';
import type { Desk } from '../desk';
import { write } from '../telling';
import { messageOf } from '../views';

const PATH = '/api/messages/threads/{id}/messages';

/** Messages of a thread. */
export function messageHandlers(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return [
    http.get(PATH, guarded(async ({ request, params, response }) => {
      const reader = await callers.withRight(request, 'messages');
      const { id } = paramsOf(params, idParams);
      const query = queryOf(request, messageQuery);
      const thread = store.threads.one(reader, id);
      // Page 1 has the newest, and within a page the oldest is first.
      const { items, ...rest } = page(thread.messages.toReversed(), query);
      return response(200).json({ ...rest, items: items.reverse().map((message) => messageOf(thread, message)) });
    })),
    http.post(PATH, guarded(async ({ request, params, response }) => {
      const author = await callers.withRight(request, 'messages');
      const { id } = paramsOf(params, idParams);
      const { text, attachmentIds } = await bodyOf(request, newMessage);
      const thread = store.threads.one(author, id);
      const { attachments, give } = store.files.unsent(author, attachmentIds);
      give(thread);
      return response(201).json(write(desk, author, { thread, text, attachments }));
    })),
  ];
}

/** Files of messages. */
export function attachmentHandlers({ http, guarded, callers, store }: Desk) {
  return [
    http.post('/api/messages/attachments', guarded(async ({ request, response }) => {
      const author = await callers.withRight(request, 'messages');
      const { file } = await formOf(request, attachmentForm);
      return response(201).json(store.files.save(author, await readUpload(file, ATTACHMENTS)));
    })),
    http.get('/api/messages/attachments/{id}', guarded(async ({ request, params, response }) => {
      const reader = await callers.withRight(request, 'messages');
      const file = store.files.find(reader, paramsOf(params, idParams).id);
      return response.untyped(new Response(new Uint8Array(file.content), { headers: downloadHeaders(file) }));
    })),
  ];
}
