import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';
import { reasonOf } from '@officina/shared/problems/reason';

import { majorFindings } from './checks/findings';
import { checksOf } from './checks/ofPrescription';
import type { Db, PrescriptionKit } from './kit';
import { noticeOf } from './peers/notices';
import { LEADS_TO, requireState } from './states';
import type { Step } from './states';
import { actorOf, recordEvent } from './store/events';
import { lockVisible, updatePrescription } from './store/prescriptions';
import type { PrescriptionRow } from './tables';

/** A step that somebody wants a prescription to take. */
export type WantedStep =
  | { readonly step: 'review' | 'dispense' }
  | { readonly step: 'reject'; readonly reason: string }
  | { readonly step: 'approve'; readonly overrideReason: string | undefined };

interface Outcome {
  readonly change: { readonly rejection?: string; readonly reservation_id?: string | null };
  readonly details?: Readonly<Record<string, unknown>>;
}

function refuse(code: string, detail: string): Problem {
  return new Problem({ status: 409, code }, detail);
}

async function overridden(trx: Db, row: PrescriptionRow, reason: string | undefined) {
  const faults = majorFindings(await checksOf(trx, row));
  if (faults.length === 0) return {};
  if (reason !== undefined) return { override: reason, findings: faults };
  const detail = `${row.number} is not safe: ${faults.join(' ')} Give a reason to override this.`;
  throw refuse('unsafe', detail);
}

async function reserveFor(kit: PrescriptionKit, row: PrescriptionRow): Promise<string | null> {
  const lines = row.lines.flatMap(({ itemId, quantity }) =>
    itemId === null ? [] : { itemId, quantity },
  );
  if (lines.length === 0) return null;
  return kit.inventory.reserve({ accountId: row.account_id, reference: row.number, lines });
}

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
      if (row.lines.length === 0) {
        throw refuse('no-lines', `${row.number} has no medicine yet. Add its lines first.`);
      }
      const details = await overridden(trx, row, wanted.overrideReason);
      return { change: { reservation_id: await reserveFor(kit, row) }, details };
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

const PAST: Readonly<Record<Step, string>> = {
  review: 'review-started',
  approve: 'approved',
  reject: 'rejected',
  dispense: 'dispensed',
};

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
