import { identity, requireRight } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { Db, NotificationKit } from '../kit';
import { startedNotice } from '../notices';
import { invitedBy, refuseStrangers } from '../participants';
import { newThread, pageOf, thread, threadQuery } from '../schema';
import { markRead, writeMessage } from '../store/messages';
import { tellUsers } from '../store/notifications';
import { withoutStrangers } from '../store/people';
import { insertThread, listThreads, participantsOf, readThread } from '../store/threads';
import { unreadOf } from '../store/unread';

const middleware = requireRight('messages');

const list = createRoute({
  method: 'get',
  path: '/api/messages/threads',
  summary: 'The threads that the signed-in user takes part in',
  middleware,
  request: { query: threadQuery },
  responses: { 200: jsonAnswer(pageOf(thread), 'One page of threads') },
});

const start = createRoute({
  method: 'post',
  path: '/api/messages/threads',
  summary: 'Start a thread with its first message',
  middleware,
  request: { body: jsonBody(newThread) },
  responses: { 201: jsonAnswer(thread, 'The thread') },
});

const read = createRoute({
  method: 'get',
  path: '/api/messages/threads/{id}',
  summary: 'One thread',
  middleware,
  request: { params: idParams },
  responses: { 200: jsonAnswer(thread, 'The thread') },
});

const markAsRead = createRoute({
  method: 'post',
  path: '/api/messages/threads/{id}/read',
  summary: 'Mark all messages of a thread read',
  middleware,
  request: { params: idParams },
  responses: { 204: { description: 'Marked' } },
});

const unread = createRoute({
  method: 'get',
  path: '/api/messages/unread',
  summary: 'How many messages the signed-in user has not read',
  middleware,
  responses: { 200: jsonAnswer(z.object({ total: z.number().int() }), 'The number') },
});

async function others(
  db: Db,
  author: Identity,
  participantIds: readonly string[],
): Promise<readonly string[]> {
  const userIds = invitedBy(author, participantIds);
  refuseStrangers(userIds, await withoutStrangers(db, { accountId: author.accountId, userIds }));
  return userIds;
}

function addStarting(api: Api, { db, hub, settings }: NotificationKit): void {
  api.openapi(start, async (c) => {
    const author = identity(c);
    const { accountId } = author;
    const { subject, text, attachmentIds, participantIds } = c.req.valid('json');
    const invited = await others(db, author, participantIds);
    const userIds = [author.userId, ...invited];
    const threadId = await db.transaction().execute(async (trx) => {
      const id = await insertThread(trx, { accountId, subject }, userIds);
      await writeMessage(trx, author, { threadId: id, text, attachmentIds, userIds });
      await tellUsers(trx, startedNotice(author, { id, subject, userIds: invited }), settings.APP_URL);
      return id;
    });
    hub.wake(userIds);
    return c.json(await readThread(db, author, threadId), 201);
  });
}

/** Threads: listing, starting, reading, and what is unread in them. */
export function addThreads(api: Api, kit: NotificationKit): void {
  const { db, hub } = kit;
  api.openapi(list, async (c) =>
    c.json(await listThreads(db, identity(c), c.req.valid('query')), 200),
  );
  addStarting(api, kit);
  api.openapi(read, async (c) =>
    c.json(await readThread(db, identity(c), c.req.valid('param').id), 200),
  );
  api.openapi(markAsRead, async (c) => {
    const reader = identity(c);
    const { id } = c.req.valid('param');
    const userIds = await participantsOf(db, reader, id);
    const changed = await db
      .transaction()
      .execute((trx) => markRead(trx, reader, { id, userIds }));
    if (changed) hub.wake(userIds);
    return c.body(null, 204);
  });
  api.openapi(unread, async (c) => {
    const { userId, accountId } = identity(c);
    const { messages } = await unreadOf(db, { userId, accountId, mayReadMessages: true });
    return c.json({ total: messages }, 200);
  });
}
