import { idParams } from '@officina/shared/service/api';
import { consultationOf, notesOf } from '../../backend/services/teleconsultation-service/src/form';
import { requireSide } from '../../backend/services/teleconsultation-service/src/room';
import {
  consultationQuery,
  newNotes,
  type ConsultationQuery,
} from '../../backend/services/teleconsultation-service/src/schema';
import { requireState } from '../../backend/services/teleconsultation-service/src/states';
import type { ConsultationRow } from '../../backend/services/teleconsultation-service/src/tables';
import { bodyOf, contains, page, paramsOf, queryOf } from '../kit';
import type { Desk } from './desk';

function found(all: readonly ConsultationRow[], { state, search = '', sort }: ConsultationQuery) {
  const textOf = (row: ConsultationRow) => [row.doctor_name, row.patient_name, row.reason].join(' ');
  const sign = sort === '-startsAt' ? -1 : 1;
  return all
    .filter((row) => (state === undefined || row.state === state) && contains(textOf(row), search))
    .toSorted((one, other) => sign * (one.starts_at.getTime() - other.starts_at.getTime()));
}

function reading({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/consultations', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      const query = queryOf(request, consultationQuery);
      const rows = found(store.visibleTo(caller).map(({ row }) => row), query);
      return response(200).json(page(rows.map((row) => consultationOf(row, caller)), query));
    })),
    http.get('/api/consultations/{id}', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { row } = store.visible(caller, paramsOf(params, idParams).id);
      return response(200).json(consultationOf(row, caller));
    })),
  ];
}

/** Reading consultations, and the doctor's notes, which nobody else ever sees. */
export function consultationHandlers(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return [
    ...reading(desk),
    http.get('/api/consultations/{id}/notes', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { row } = store.visible(caller, paramsOf(params, idParams).id);
      requireSide(row, caller, 'doctor');
      return response(200).json(notesOf(row));
    })),
    http.put('/api/consultations/{id}/notes', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      const { text } = await bodyOf(request, newNotes);
      const room = store.visible(caller, id);
      requireSide(room.row, caller, 'doctor');
      requireState(room.row, 'write notes');
      return response(200).json(notesOf(store.change(room, { notes: text, notes_at: new Date() })));
    })),
  ];
}
