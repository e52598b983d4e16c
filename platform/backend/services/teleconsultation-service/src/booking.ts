import type { Identity } from '@officina/shared/identity/identity';

import type { TeleconsultationKit } from './kit';
import { noticeOf } from './peers/notices';
import { booked, requireBookable } from './slotRules';
import { isTaken, lockSlot } from './store/slots';
import type { ConsultationRow } from './tables';

/** Books a slot for a patient; of several who try at once exactly one gets it. */
export async function bookSlot(
  { db, notices }: TeleconsultationKit,
  patient: Identity,
  { slotId, reason }: { readonly slotId: string; readonly reason: string },
): Promise<ConsultationRow> {
  const row = await db.transaction().execute(async (trx) => {
    const slot = await lockSlot(trx, patient.accountId, slotId);
    requireBookable(slot, await isTaken(trx, slotId));
    const made = await trx
      .insertInto('consultations')
      .values(booked(slot, patient, reason))
      .returningAll()
      .executeTakeFirstOrThrow();
    await notices.add(trx, noticeOf(made, 'booked', 'patient'));
    return made;
  });
  notices.send();
  return row;
}
