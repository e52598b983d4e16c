import type { Identity } from '@officina/shared/identity/identity';
import { idParams } from '@officina/shared/service/api';
import { consultationOf, slotOf } from '../../backend/services/teleconsultation-service/src/form';
import { noticeOf } from '../../backend/services/teleconsultation-service/src/peers/notices';
import {
  booking,
  newSlot,
  slotQuery,
  type Slot,
  type SlotQuery,
} from '../../backend/services/teleconsultation-service/src/schema';
import {
  booked,
  offered,
  refuseOverlap,
  requireBookable,
  requireWithdrawable,
} from '../../backend/services/teleconsultation-service/src/slotRules';
import { bodyOf, byText, page, paramsOf, queryOf } from '../kit';
import type { Desk } from './desk';
import type { ConsultationStore } from './store';

// Doctors look after their own slots; to a patient a slot that is gone does not exist.
function isVisible({ doctor, free }: Slot, { role, userId }: Identity): boolean {
  if (role === 'doctor') return doctor.id === userId;
  return role !== 'patient' || free;
}

function isWanted({ doctor, startsAt, free }: Slot, { doctorId, from, free: wanted }: SlotQuery): boolean {
  if (doctorId !== undefined && doctor.id !== doctorId) return false;
  if (from !== undefined && Date.parse(startsAt) < from.getTime()) return false;
  return wanted === undefined || free === wanted;
}

function slotsFor(store: ConsultationStore, caller: Identity, query: SlotQuery): readonly Slot[] {
  const now = Date.now();
  return store
    .slots(caller.accountId)
    .map((row) => slotOf({ ...row, free: row.starts_at.getTime() > now && !store.isTaken(row) }))
    .filter((slot) => isVisible(slot, caller) && isWanted(slot, query))
    .toSorted((one, other) => byText(one.startsAt, other.startsAt) || byText(one.id, other.id));
}

function offering({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/consultations/slots', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      const query = queryOf(request, slotQuery);
      return response(200).json(page(slotsFor(store, caller, query), query));
    })),
    http.post('/api/consultations/slots', guarded(async ({ request, response }) => {
      const doctor = await callers.withRole(request, 'doctor');
      const wanted = offered(doctor, await bodyOf(request, newSlot));
      const { doctor_id: id, starts_at: from, ends_at: to } = wanted;
      const own = store.slots(doctor.accountId).filter((slot) => slot.doctor_id === id);
      refuseOverlap(own.find((slot) => slot.starts_at < to && slot.ends_at > from));
      return response(201).json(slotOf({ ...store.addSlot(wanted), free: true }));
    })),
    http.delete('/api/consultations/slots/{id}', guarded(async ({ request, params, response }) => {
      const doctor = await callers.withRole(request, 'doctor');
      const slot = store.slot(doctor.accountId, paramsOf(params, idParams).id);
      requireWithdrawable(slot, doctor, store.isTaken(slot));
      store.removeSlot(slot);
      return response(204).empty();
    })),
  ];
}

/** Offering slots and booking them. */
export function slotHandlers(desk: Desk) {
  const { http, guarded, callers, store, tell } = desk;
  return [
    ...offering(desk),
    http.post('/api/consultations/slots/{id}/book', guarded(async ({ request, params, response }) => {
      const patient = await callers.withRole(request, 'patient');
      const { id } = paramsOf(params, idParams);
      const { reason } = await bodyOf(request, booking);
      const slot = store.slot(patient.accountId, id);
      requireBookable(slot, store.isTaken(slot));
      const row = store.book(booked(slot, patient, reason));
      tell(noticeOf(row, 'booked', 'patient'));
      return response(201).json(consultationOf(row, patient));
    })),
  ];
}
