import { reasonOf } from '@officina/shared/problems/reason';
import { writeEvents } from '../../../backend/services/notification-service/src/events/stream';
import { resuming } from '../../../backend/services/notification-service/src/schema';
import { headersOf } from '../../kit';
import { eventStream } from '../../kit/streams';
import type { Desk } from '../desk';

/** The stream of live events, written as the service writes it. */
export function eventHandlers({ http, guarded, callers, streams, log }: Desk) {
  return [
    http.get('/api/messages/events', guarded(async ({ request, response }) => {
      const { userId, accountId, rights } = await callers.user(request);
      const { 'last-event-id': lastEventId } = headersOf(request, resuming);
      const reader = { userId, accountId, lastEventId, mayReadMessages: rights.includes('messages') };
      return response.untyped(
        eventStream({
          write: (stream) => writeEvents(stream, streams, reader),
          brokeOff: (error) => log.warn({ reason: reasonOf(error) }, 'a stream of events broke off'),
        }),
      );
    })),
  ];
}
