import type { Identity } from '@officina/shared/identity/identity';

import type { Db, TeleconsultationKit } from './kit';
import { noticeOf } from './peers/notices';
import type { Ending } from './schema';
import { endWith, requireEnd, wantedPrescription } from './stepRules';
import type { Decision, Outcome } from './stepRules';
import { lockVisible, readVisible, updateConsultation } from './store/consultations';
import { appendEvent } from './store/roomEvents';
import type { ConsultationRow } from './tables';

async function write(kit: TeleconsultationKit, trx: Db, { row, caller, outcome }: {
  readonly row: ConsultationRow;
  readonly caller: Identity;
  readonly outcome: Outcome;
}): Promise<ConsultationRow> {
  const changed = await updateConsultation(trx, row.id, outcome.change);
  await appendEvent(trx, caller, { consultationId: row.id, type: 'changed' });
  const { notice } = outcome;
  if (notice) await kit.notices.add(trx, noticeOf(changed, notice.happened, notice.by));
  return changed;
}

/** Takes a step of a consultation, and tells everybody who follows it. */
export async function takeStep(
  kit: TeleconsultationKit,
  caller: Identity,
  { id, decide }: { readonly id: string; readonly decide: Decision },
): Promise<ConsultationRow> {
  const row = await kit.db.transaction().execute(async (trx) => {
    const before = await lockVisible(trx, caller, id);
    const outcome = decide(before, caller);
    return outcome ? write(kit, trx, { row: before, caller, outcome }) : before;
  });
  kit.hub.wake([id]);
  kit.notices.send();
  return row;
}

/** Ends a consultation, with a prescription if one is wanted. */
export async function endConsultation(
  kit: TeleconsultationKit,
  caller: Identity,
  { id, ending }: { readonly id: string; readonly ending: Ending },
): Promise<ConsultationRow> {
  const row = await readVisible(kit.db, caller, id);
  requireEnd(row, caller, ending);
  const prescription = wantedPrescription(row, ending);
  // Before the transaction: a prescription is kept under the consultation's own reference, so
  // trying again after a failure makes no second one.
  const made = prescription && (await kit.prescriptions.create(prescription));
  return takeStep(kit, caller, { id, decide: endWith(ending, made) });
}
