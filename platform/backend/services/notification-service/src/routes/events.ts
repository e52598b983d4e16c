import { identity } from '@officina/shared/identity/guards';
import { reasonOf } from '@officina/shared/problems/reason';
import { createRoute, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { streamSSE } from 'hono/streaming';

import { eventLog } from '../events/store';
import { writeEvents } from '../events/stream';
import type { NotificationKit } from '../kit';
import { resuming } from '../schema';

const events = createRoute({
  method: 'get',
  path: '/api/messages/events',
  summary: 'Live events of the signed-in user; with Last-Event-ID also all that came since',
  request: { headers: resuming },
  responses: {
    200: {
      description: 'heartbeat, message, read and notification, as server-sent events',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
});

/** The stream of live events. */
export function addEvents(api: Api, kit: NotificationKit): void {
  const streams = { ...kit, events: eventLog(kit.db) };
  api.openapi(events, (c) => {
    const { userId, accountId, rights } = identity(c);
    const lastEventId = c.req.valid('header')['last-event-id'];
    const mayReadMessages = rights.includes('messages');
    return streamSSE(c, async (stream) => {
      try {
        await writeEvents(stream, streams, { userId, accountId, lastEventId, mayReadMessages });
      } catch (error) {
        // The reader comes again with the last number it has, and misses nothing.
        kit.log.warn({ reason: reasonOf(error) }, 'a stream of events broke off');
      }
    });
  });
}
