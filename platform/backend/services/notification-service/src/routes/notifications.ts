import { identity } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { NotificationKit } from '../kit';
import type { Recipient } from '../reader';
import { notification, notificationQuery, pageOf } from '../schema';
import { listNotifications, readNotifications } from '../store/notifications';

const list = createRoute({
  method: 'get',
  path: '/api/notifications',
  summary: 'The notifications of the signed-in user',
  request: { query: notificationQuery },
  responses: {
    200: jsonAnswer(
      pageOf(notification).extend({ unread: z.number().int() }),
      'One page of notifications, and how many are unread',
    ),
  },
});

const readOne = createRoute({
  method: 'post',
  path: '/api/notifications/{id}/read',
  summary: 'Mark a notification read',
  request: { params: idParams },
  responses: { 204: { description: 'Marked' } },
});

const readAll = createRoute({
  method: 'post',
  path: '/api/notifications/read-all',
  summary: 'Mark all notifications read',
  responses: { 200: jsonAnswer(z.object({ marked: z.number().int() }), 'How many were unread') },
});

/** A user's own notifications. */
export function addNotifications(api: Api, { db, hub }: NotificationKit): void {
  const markRead = async (reader: Recipient, id?: string) => {
    const { found, changed } = await db
      .transaction()
      .execute((trx) => readNotifications(trx, reader, id));
    if (changed > 0) hub.wake([reader.userId]);
    return { found, changed };
  };
  api.openapi(list, async (c) =>
    c.json(await listNotifications(db, identity(c), c.req.valid('query')), 200),
  );
  api.openapi(readAll, async (c) => {
    const { changed } = await markRead(identity(c));
    return c.json({ marked: changed }, 200);
  });
  api.openapi(readOne, async (c) => {
    const { found } = await markRead(identity(c), c.req.valid('param').id);
    if (found === 0) throw notFound('notification');
    return c.body(null, 204);
  });
}
