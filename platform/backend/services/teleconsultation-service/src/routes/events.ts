import { identity } from '@officina/shared/identity/guards';
import { reasonOf } from '@officina/shared/problems/reason';
import { createRoute, idParams, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { streamSSE } from 'hono/streaming';

import { writeEvents } from '../events/stream';
import type { TeleconsultationKit } from '../kit';
import { requireParticipant } from '../room';
import { resumption } from '../schema';
import { readVisible } from '../store/consultations';
import { eventsAfter } from '../store/roomEvents';

const events = createRoute({
  method: 'get',
  path: '/api/consultations/{id}/events',
  summary: 'Live events of a consultation; with Last-Event-ID also all that came since',
  request: {
    params: idParams,
    headers: resumption,
  },
  responses: {
    200: {
      description: 'heartbeat, changed and message, as server-sent events',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
});

/** The stream of a consultation's live events. */
export function addEvents(api: Api, { db, hub, settings, log }: TeleconsultationKit): void {
  api.openapi(events, async (c) => {
    const { id } = c.req.valid('param');
    const caller = identity(c);
    requireParticipant(await readVisible(db, caller, id), caller);
    const lastEventId = c.req.valid('header')['last-event-id'];
    const source = {
      consultation: () => readVisible(db, caller, id),
      eventsAfter: (number: number) => eventsAfter(db, id, number),
    };
    return streamSSE(c, async (stream) => {
      try {
        await writeEvents(stream, { hub, settings, source }, { caller, id, lastEventId });
      } catch (error) {
        // The reader comes again with the last number it has, and misses nothing.
        log.warn({ reason: reasonOf(error) }, 'a stream of events broke off');
      }
    });
  });
}
