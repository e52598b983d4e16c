import type { Identity } from '@officina/shared/identity/identity';
import { reasonOf } from '@officina/shared/problems/reason';

import { checksOf } from './checks/ofPrescription';
import { actorOf } from './history';
import type { Db, PrescriptionKit } from './kit';
import { noticeOf } from './peers/notices';
import { LEADS_TO, requireState } from './states';
import { overrideOf, PAST, requireLines, stockFor } from './stepRules';
import type { Outcome, WantedStep } from './stepRules';
import { recordEvent } from './store/events';
import { lockVisible, updatePrescription } from './store/prescriptions';
import type { PrescriptionRow } from './tables';

async function carryOut(
  kit: PrescriptionKit,
  trx: Db,
  { row, wanted }: { readonly row: PrescriptionRow; readonly wanted: WantedStep },
): Promise<Outcome> {
  const reservation = row.reservation_id;
  switch (wanted.step) {
    case 'review':
      return { change: {} };
    case 'approve': {
      requireLines(row);
      const details = overrideOf(row, await checksOf(trx, row), wanted.overrideReason);
      const stock = stockFor(row);
      const reserved = stock === undefined ? null : await kit.inventory.reserve(stock);
      return { change: { reservation_id: reserved }, details };
    }
    case 'reject':
      if (reservation !== null) await kit.inventory.release(reservation);
      return {
        change: { rejection: wanted.reason, reservation_id: null },
        details: { reason: wanted.reason },
      };
    case 'dispense':
      if (reservation !== null) await kit.inventory.dispense(reservation);
      return { change: {} };
  }
}

async function giveBack({ inventory, log }: PrescriptionKit, reservation: string): Promise<void> {
  await inventory.release(reservation).catch((error: unknown) => {
    log.error({ reservation, reason: reasonOf(error) }, 'a reservation could not be given back');
  });
}

/** Takes a prescription one step further, together with the stock that hangs on it. */
export async function takeStep(
  kit: PrescriptionKit,
  caller: Identity,
  { id, wanted }: { readonly id: string; readonly wanted: WantedStep },
): Promise<PrescriptionRow> {
  const { step } = wanted;
  let reserved: string | null = null;
  const work = kit.db.transaction().execute(async (trx) => {
    const row = await lockVisible(trx, caller, id);
    requireState(row, step);
    const { change, details } = await carryOut(kit, trx, { row, wanted });
    if (step === 'approve') reserved = change.reservation_id ?? null;
    const state = LEADS_TO[step];
    const changed = await updatePrescription(trx, id, { ...change, state });
    const event = { prescriptionId: id, action: PAST[step], from: row.state, to: state, details };
    await recordEvent(trx, actorOf(caller), event);
    const notice = noticeOf(changed, step, caller.userId);
    if (notice) await kit.notices.add(trx, notice);
    return changed;
  });
  const changed = await work.catch(async (error: unknown) => {
    // The stock must not stay held back for an approval that was not written down.
    if (reserved !== null) await giveBack(kit, reserved);
    throw error;
  });
  kit.notices.send();
  return changed;
}
