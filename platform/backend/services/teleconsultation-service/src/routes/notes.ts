import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { notesOf } from '../form';
import type { TeleconsultationKit } from '../kit';
import { requireSide } from '../room';
import { newNotes, notes } from '../schema';
import { requireState } from '../states';
import { lockVisible, readVisible, updateConsultation } from '../store/consultations';

const read = createRoute({
  method: 'get',
  path: '/api/consultations/{id}/notes',
  summary: 'The doctor’s own notes',
  request: { params: idParams },
  responses: { 200: jsonAnswer(notes, 'The notes') },
});

const write = createRoute({
  method: 'put',
  path: '/api/consultations/{id}/notes',
  summary: 'Write the doctor’s own notes',
  request: { params: idParams, body: jsonBody(newNotes) },
  responses: { 200: jsonAnswer(notes, 'The notes') },
});

/** The doctor's notes, which nobody else ever sees. */
export function addNotes(api: Api, { db }: TeleconsultationKit): void {
  api.openapi(read, async (c) => {
    const caller = identity(c);
    const row = await readVisible(db, caller, c.req.valid('param').id);
    requireSide(row, caller, 'doctor');
    return c.json(notesOf(row), 200);
  });
  api.openapi(write, async (c) => {
    const { id } = c.req.valid('param');
    const caller = identity(c);
    const change = { notes: c.req.valid('json').text, notes_at: new Date() };
    const row = await db.transaction().execute(async (trx) => {
      const before = await lockVisible(trx, caller, id);
      requireSide(before, caller, 'doctor');
      requireState(before, 'write notes');
      return updateConsultation(trx, id, change);
    });
    return c.json(notesOf(row), 200);
  });
}
