import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';

import type { TeleconsultationKit } from './kit';
import { noticeOf } from './peers/notices';
import { isTaken, lockSlot } from './store/slots';
import type { ConsultationRow, SlotRow } from './tables';

function refuse(code: string, detail: string): Problem {
  return new Problem({ status: 409, code }, detail);
}

function rowOf(slot: SlotRow, patient: Identity, reason: string) {
  return {
    account_id: slot.account_id,
    slot_id: slot.id,
    doctor_id: slot.doctor_id,
    doctor_name: slot.doctor_name,
    patient_id: patient.userId,
    patient_name: patient.name,
    starts_at: slot.starts_at,
    ends_at: slot.ends_at,
    consent_seconds: slot.consent_seconds,
    reason,
  };
}

/** Books a slot for a patient; of several who try at once exactly one gets it. */
export async function bookSlot(
  { db, notices }: TeleconsultationKit,
  patient: Identity,
  { slotId, reason }: { readonly slotId: string; readonly reason: string },
): Promise<ConsultationRow> {
  const row = await db.transaction().execute(async (trx) => {
    const slot = await lockSlot(trx, patient.accountId, slotId);
    if (await isTaken(trx, slotId)) {
      throw refuse('slot-taken', 'Somebody else has booked this slot. Choose another one.');
    }
    if (slot.starts_at.getTime() <= Date.now()) {
      throw refuse('slot-over', 'This slot has begun already. Choose another one.');
    }
    const made = await trx
      .insertInto('consultations')
      .values(rowOf(slot, patient, reason))
      .returningAll()
      .executeTakeFirstOrThrow();
    await notices.add(trx, noticeOf(made, 'booked', 'patient'));
    return made;
  });
  notices.send();
  return row;
}
