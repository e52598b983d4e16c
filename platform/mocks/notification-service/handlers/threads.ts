import { idParams } from '@officina/shared/service/api';
import { startedNotice } from '../../../backend/services/notification-service/src/notices';
import { invitedBy, refuseStrangers } from '../../../backend/services/notification-service/src/participants';
import { newThread, threadQuery } from '../../../backend/services/notification-service/src/schema';
import { bodyOf, paramsOf, queryOf } from '../../kit';
import type { Desk } from '../desk';
import { tell, write } from '../telling';
import { pageOfThreads, threadOf } from '../views';

function starting(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return http.post('/api/messages/threads', guarded(async ({ request, response }) => {
    const author = await callers.withRight(request, 'messages');
    const { accountId } = author;
    const { subject, text, attachmentIds, participantIds } = await bodyOf(request, newThread);
    const userIds = invitedBy(author, participantIds);
    refuseStrangers(userIds, store.people.withoutStrangers({ accountId, userIds }));
    const { attachments, give } = store.files.unsent(author, attachmentIds);
    const thread = store.threads.start(accountId, subject, [author.userId, ...userIds]);
    give(thread);
    write(desk, author, { thread, text, attachments });
    tell(desk, startedNotice(author, { id: thread.id, subject, userIds }));
    return response(201).json(threadOf(store, author, thread));
  }));
}

function reading({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/messages/threads', guarded(async ({ request, response }) => {
      const reader = await callers.withRight(request, 'messages');
      return response(200).json(pageOfThreads(store, reader, queryOf(request, threadQuery)));
    })),
    http.get('/api/messages/threads/{id}', guarded(async ({ request, params, response }) => {
      const reader = await callers.withRight(request, 'messages');
      const thread = store.threads.one(reader, paramsOf(params, idParams).id);
      return response(200).json(threadOf(store, reader, thread));
    })),
    http.post('/api/messages/threads/{id}/read', guarded(async ({ request, params, response }) => {
      const reader = await callers.withRight(request, 'messages');
      const thread = store.threads.one(reader, paramsOf(params, idParams).id);
      const data = { threadId: thread.id, userId: reader.userId };
      if (store.threads.read(reader.userId, thread)) {
        store.events.append('read', [...thread.lastRead.keys()].map((userId) => ({ userId, data })));
      }
      return response(204).empty();
    })),
    http.get('/api/messages/unread', guarded(async ({ request, response }) => {
      const reader = await callers.withRight(request, 'messages');
      return response(200).json({ total: store.threads.unreadOf(reader) });
    })),
  ];
}

/** Threads: listing, starting, reading, and what is unread in them. */
export function threadHandlers(desk: Desk) {
  return [starting(desk), ...reading(desk)];
}
