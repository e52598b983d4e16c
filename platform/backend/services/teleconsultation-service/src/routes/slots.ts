import { identity, requireRole } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { bookSlot } from '../booking';
import { consultationOf } from '../form';
import type { TeleconsultationKit } from '../kit';
import { booking, consultation, newSlot, slot, slotQuery } from '../schema';
import { deleteSlot, insertSlot, listSlots } from '../store/slots';

const number = z.number().int();

const list = createRoute({
  method: 'get',
  path: '/api/consultations/slots',
  summary: 'Slots, the earliest first: own ones for a doctor, free ones for a patient',
  request: { query: slotQuery },
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(slot), total: number, page: number, pageSize: number }),
      'One page of slots',
    ),
  },
});

const create = createRoute({
  method: 'post',
  path: '/api/consultations/slots',
  summary: 'Offer a slot; a doctor’s slots never overlap',
  middleware: requireRole('doctor'),
  request: { body: jsonBody(newSlot) },
  responses: { 201: jsonAnswer(slot, 'The slot') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/consultations/slots/{id}',
  summary: 'Take a free slot back',
  middleware: requireRole('doctor'),
  request: { params: idParams },
  responses: { 204: { description: 'Taken back' } },
});

const book = createRoute({
  method: 'post',
  path: '/api/consultations/slots/{id}/book',
  summary: 'Book a slot; only one patient gets it',
  middleware: requireRole('patient'),
  request: { params: idParams, body: jsonBody(booking) },
  responses: { 201: jsonAnswer(consultation, 'The consultation') },
});

/** Offering slots and booking them. */
export function addSlots(api: Api, kit: TeleconsultationKit): void {
  const { db } = kit;
  api.openapi(list, async (c) =>
    c.json(await listSlots(db, identity(c), c.req.valid('query')), 200),
  );
  api.openapi(create, async (c) =>
    c.json(await insertSlot(db, identity(c), c.req.valid('json')), 201),
  );
  api.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    await db.transaction().execute((trx) => deleteSlot(trx, identity(c), id));
    return c.body(null, 204);
  });
  api.openapi(book, async (c) => {
    const caller = identity(c);
    const wanted = { slotId: c.req.valid('param').id, reason: c.req.valid('json').reason };
    return c.json(consultationOf(await bookSlot(kit, caller, wanted), caller), 201);
  });
}
