import type { Identity } from '@officina/shared/identity/identity';

import { consentOf, sideOf } from './room';
import type { ChatMessage, Consultation, Slot } from './schema';
import type { ConsultationRow, RoomEventRow, SlotRow } from './tables';

type Times = Pick<SlotRow, 'starts_at' | 'ends_at' | 'consent_seconds'>;

function timesOf({ starts_at: from, ends_at: to, consent_seconds: consentSeconds }: Times) {
  return {
    startsAt: from.toISOString(),
    endsAt: to.toISOString(),
    minutes: (to.getTime() - from.getTime()) / 60_000,
    consentSeconds,
  };
}

/** A slot's JSON. */
export function slotOf(row: SlotRow & { readonly free: boolean }): Slot {
  const doctor = { id: row.doctor_id, name: row.doctor_name };
  return { id: row.id, doctor, ...timesOf(row), free: row.free };
}

function resultPart(row: ConsultationRow, caller: Identity) {
  const { prescription_id: id, prescription_number: number } = row;
  return {
    // What was found is for the two of them alone.
    summary: sideOf(row, caller) ? row.summary : null,
    prescription: id === null || number === null ? null : { id, number },
  };
}

/** A consultation's JSON for somebody. */
export function consultationOf(row: ConsultationRow, caller: Identity): Consultation {
  const expiresAt = row.consent_expires_at?.toISOString() ?? null;
  return {
    id: row.id,
    slot: { id: row.slot_id, ...timesOf(row) },
    doctor: { id: row.doctor_id, name: row.doctor_name },
    patient: { id: row.patient_id, name: row.patient_name },
    reason: row.reason,
    state: row.state,
    consent: { state: consentOf(row), expiresAt },
    patientJoined: row.patient_joined_at !== null,
    cancelledBy: row.cancelled_by,
    ...resultPart(row, caller),
    createdAt: row.created_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

/** A chat message's JSON. */
export function messageOf(row: RoomEventRow): ChatMessage {
  return {
    id: row.id,
    number: Number(row.number),
    author: { id: row.author_id, name: row.author_name },
    text: row.text,
    at: row.at.toISOString(),
  };
}

/** The JSON of the doctor's notes. */
export function notesOf({ notes: text, notes_at: at }: ConsultationRow) {
  return { text, updatedAt: at?.toISOString() ?? null };
}
