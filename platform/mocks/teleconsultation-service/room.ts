import { reasonOf } from '@officina/shared/problems/reason';
import { idParams } from '@officina/shared/service/api';
import { writeEvents } from '../../backend/services/teleconsultation-service/src/events/stream';
import { messageOf } from '../../backend/services/teleconsultation-service/src/form';
import { requireInRoom, requireParticipant } from '../../backend/services/teleconsultation-service/src/room';
import { chatQuery, newChatMessage, resumption } from '../../backend/services/teleconsultation-service/src/schema';
import { bodyOf, headersOf, page, paramsOf, queryOf } from '../kit';
import { eventStream } from '../kit/streams';
import type { Desk } from './desk';

function chat({ http, guarded, callers, store, hub }: Desk) {
  return [
    http.get('/api/consultations/{id}/chat', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const query = queryOf(request, chatQuery);
      const { id } = paramsOf(params, idParams);
      const { row, events } = store.visible(caller, id);
      requireInRoom(row, caller);
      const newestFirst = events.filter(({ type }) => type === 'message').reverse();
      const { items, ...rest } = page(newestFirst, query);
      return response(200).json({ items: items.reverse().map(messageOf), ...rest });
    })),
    http.post('/api/consultations/{id}/chat', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      const { text } = await bodyOf(request, newChatMessage);
      const room = store.visible(caller, id);
      requireInRoom(room.row, caller);
      const event = store.append(room, caller, { type: 'message', text });
      hub.wake([id]);
      return response(201).json(messageOf(event));
    })),
  ];
}

/** The chat of a room, and the stream of what happens in it. */
export function roomHandlers(desk: Desk) {
  const { http, guarded, callers, store, hub, settings, log } = desk;
  return [
    ...chat(desk),
    http.get('/api/consultations/{id}/events', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      const lastEventId = headersOf(request, resumption)['last-event-id'];
      const room = store.visible(caller, id);
      requireParticipant(room.row, caller);
      const source = {
        consultation: () => Promise.resolve(room.row),
        eventsAfter: (number: number) => Promise.resolve(room.events.slice(number)),
      };
      const stream = eventStream({
        write: (one) => writeEvents(one, { hub, settings, source }, { caller, id, lastEventId }),
        brokeOff: (error) => log.warn({ reason: reasonOf(error) }, 'a stream of events broke off'),
      });
      return response.untyped(stream);
    })),
  ];
}
