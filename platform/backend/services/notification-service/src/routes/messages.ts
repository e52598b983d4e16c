import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { NotificationKit } from '../kit';
import { message, messageQuery, newMessage, pageOf } from '../schema';
import { listMessages, writeMessage } from '../store/messages';
import { participantsOf } from '../store/threads';

const middleware = requireRight('messages');
const path = '/api/messages/threads/{id}/messages';

const list = createRoute({
  method: 'get',
  path,
  summary: 'Messages of a thread; page 1 has the newest, each page starts with its oldest',
  middleware,
  request: { params: idParams, query: messageQuery },
  responses: { 200: jsonAnswer(pageOf(message), 'One page of messages') },
});

const write = createRoute({
  method: 'post',
  path,
  summary: 'Write a message',
  middleware,
  request: { params: idParams, body: jsonBody(newMessage) },
  responses: { 201: jsonAnswer(message, 'The message') },
});

/** Messages of a thread. */
export function addMessages(api: Api, { db, hub }: NotificationKit): void {
  api.openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    await participantsOf(db, identity(c), id);
    return c.json(await listMessages(db, id, c.req.valid('query')), 200);
  });
  api.openapi(write, async (c) => {
    const author = identity(c);
    const threadId = c.req.valid('param').id;
    const userIds = await participantsOf(db, author, threadId);
    const draft = { ...c.req.valid('json'), threadId, userIds };
    const written = await db.transaction().execute((trx) => writeMessage(trx, author, draft));
    hub.wake(userIds);
    return c.json(written, 201);
  });
}
