import { notFound } from '@officina/shared/problems/problem';
import { idParams } from '@officina/shared/service/api';
import type { Recipient } from '../../../backend/services/notification-service/src/reader';
import { mailQuery, notificationQuery } from '../../../backend/services/notification-service/src/schema';
import { contains, page, paramsOf, queryOf } from '../../kit';
import type { Desk } from '../desk';

/** A user's own notifications. */
export function notificationHandlers({ http, guarded, callers, store }: Desk) {
  const { notifications, events } = store;
  const markRead = (reader: Recipient, id?: string) => {
    const { found, changed } = notifications.read(reader, id);
    const { userId } = reader;
    if (changed > 0) events.append('read', [{ userId, data: { notificationId: id ?? null } }]);
    return { found, changed };
  };
  return [
    http.get('/api/notifications', guarded(async ({ request, response }) => {
      const reader = await callers.user(request);
      const query = queryOf(request, notificationQuery);
      const found = notifications.of(reader).filter(({ readAt }) => !query.unread || readAt === null);
      return response(200).json({ ...page(found, query), unread: notifications.unreadOf(reader) });
    })),
    http.post('/api/notifications/read-all', guarded(async ({ request, response }) =>
      response(200).json({ marked: markRead(await callers.user(request)).changed }),
    )),
    http.post('/api/notifications/{id}/read', guarded(async ({ request, params, response }) => {
      const reader = await callers.user(request);
      if (markRead(reader, paramsOf(params, idParams).id).found === 0) throw notFound('notification');
      return response(204).empty();
    })),
  ];
}

/** The outbox of e-mails. */
export function outboxHandlers({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/outbox', guarded(async ({ request, response }) => {
      const { accountId } = await callers.withRole(request, 'owner');
      const query = queryOf(request, mailQuery);
      const found = store.mails.of(accountId).filter(({ to }) => contains(to, query.to ?? ''));
      return response(200).json(page(found, query));
    })),
  ];
}
