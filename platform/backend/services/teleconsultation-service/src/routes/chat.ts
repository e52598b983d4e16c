import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { messageOf } from '../form';
import type { TeleconsultationKit } from '../kit';
import { requireInRoom } from '../room';
import { chatMessage, chatQuery, newChatMessage } from '../schema';
import { lockVisible, readVisible } from '../store/consultations';
import { appendEvent, listMessages } from '../store/roomEvents';

const number = z.number().int();

const list = createRoute({
  method: 'get',
  path: '/api/consultations/{id}/chat',
  summary: 'What was written in the room, for whoever is in it',
  request: {
    params: idParams,
    query: chatQuery,
  },
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(chatMessage), total: number, page: number, pageSize: number }),
      'One page: page 1 has the newest, in a page the oldest is first',
    ),
  },
});

const write = createRoute({
  method: 'post',
  path: '/api/consultations/{id}/chat',
  summary: 'Write in the room',
  request: { params: idParams, body: jsonBody(newChatMessage) },
  responses: { 201: jsonAnswer(chatMessage, 'The message') },
});

/** The chat of a room. */
export function addChat(api: Api, { db, hub }: TeleconsultationKit): void {
  api.openapi(list, async (c) => {
    const { id } = c.req.valid('param');
    const caller = identity(c);
    requireInRoom(await readVisible(db, caller, id), caller);
    return c.json(await listMessages(db, id, c.req.valid('query')), 200);
  });
  api.openapi(write, async (c) => {
    const { id } = c.req.valid('param');
    const { text } = c.req.valid('json');
    const caller = identity(c);
    const row = await db.transaction().execute(async (trx) => {
      requireInRoom(await lockVisible(trx, caller, id), caller);
      return appendEvent(trx, caller, { consultationId: id, type: 'message', text });
    });
    hub.wake([id]);
    return c.json(messageOf(row), 201);
  });
}
