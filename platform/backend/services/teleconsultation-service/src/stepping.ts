import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';
import type { Updateable } from 'kysely';

import type { Db, TeleconsultationKit } from './kit';
import { noticeOf } from './peers/notices';
import type { MadePrescription } from './peers/prescriptions';
import { requireParticipant, requireSide, requireWayIn } from './room';
import type { Ending } from './schema';
import { requireState } from './states';
import { lockVisible, readVisible, updateConsultation } from './store/consultations';
import { appendEvent } from './store/roomEvents';
import type { ConsultationRow, Side, TeleconsultationTables } from './tables';

type Change = Updateable<TeleconsultationTables['consultations']>;

/** What a step makes of a consultation. */
interface Outcome {
  readonly change: Change;
  readonly notice?: { readonly happened: 'cancelled' | 'opened' | 'ended'; readonly by: Side };
}

type Decision = (row: ConsultationRow) => Outcome | undefined;

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

async function take(
  kit: TeleconsultationKit,
  caller: Identity,
  { id, decide }: { readonly id: string; readonly decide: Decision },
): Promise<ConsultationRow> {
  const row = await kit.db.transaction().execute(async (trx) => {
    const before = await lockVisible(trx, caller, id);
    const outcome = decide(before);
    return outcome ? write(kit, trx, { row: before, caller, outcome }) : before;
  });
  kit.hub.wake([id]);
  kit.notices.send();
  return row;
}

/** Keeps the patient's consent; it holds for as long as the slot says. */
export function giveConsent(kit: TeleconsultationKit, caller: Identity, id: string) {
  const decide: Decision = (row) => {
    requireSide(row, caller, 'patient');
    requireState(row, 'consent');
    const now = Date.now();
    const expires = new Date(now + row.consent_seconds * 1_000);
    return { change: { consent_given_at: new Date(now), consent_expires_at: expires } };
  };
  return take(kit, caller, { id, decide });
}

/** Lets somebody into the room; the doctor's coming opens it. */
export function joinRoom(kit: TeleconsultationKit, caller: Identity, id: string) {
  const decide: Decision = (row) => {
    const side = requireWayIn(row, caller);
    const now = new Date();
    if (side === 'patient') return { change: { patient_joined_at: now } };
    if (row.state === 'open') return undefined;
    const notice = { happened: 'opened', by: side } as const;
    return { change: { state: 'open', opened_at: now }, notice };
  };
  return take(kit, caller, { id, decide });
}

/** Calls a booked consultation off; its slot is free again. */
export function cancelConsultation(kit: TeleconsultationKit, caller: Identity, id: string) {
  const decide: Decision = (row) => {
    const by = requireParticipant(row, caller);
    requireState(row, 'cancel');
    return {
      change: { state: 'cancelled', cancelled_by: by },
      notice: { happened: 'cancelled', by },
    };
  };
  return take(kit, caller, { id, decide });
}

function prescribe(
  { prescriptions }: TeleconsultationKit,
  row: ConsultationRow,
  { summary, prescription }: Ending,
): Promise<MadePrescription> | undefined {
  return prescription && prescriptions.create({
    accountId: row.account_id,
    patient: { id: row.patient_id, name: row.patient_name },
    doctor: { id: row.doctor_id, name: row.doctor_name },
    lines: prescription.lines,
    note: summary.slice(0, 2_000),
    reference: `consultation:${row.id}`,
  });
}

function requirePrescriber({ rights }: Identity): void {
  if (rights.includes('prescriptions')) return;
  const detail = 'To end with a prescription needs the right "prescriptions".';
  throw new Problem({ status: 403, code: 'missing-right' }, detail);
}

/** Ends a consultation, with a prescription if one is wanted. */
export async function endConsultation(
  kit: TeleconsultationKit,
  caller: Identity,
  { id, ending }: { readonly id: string; readonly ending: Ending },
): Promise<ConsultationRow> {
  const check = (row: ConsultationRow): void => {
    requireSide(row, caller, 'doctor');
    requireState(row, 'end');
  };
  const row = await readVisible(kit.db, caller, id);
  check(row);
  if (ending.prescription) requirePrescriber(caller);
  // Before the transaction: a prescription is kept under the consultation's own reference, so
  // trying again after a failure makes no second one.
  const made = await prescribe(kit, row, ending);
  const decide: Decision = (locked) => {
    check(locked);
    const { summary } = ending;
    const numbers = made && { prescription_id: made.id, prescription_number: made.number };
    return {
      change: { state: 'ended', ended_at: new Date(), summary, ...numbers },
      notice: { happened: 'ended', by: 'doctor' },
    };
  };
  return take(kit, caller, { id, decide });
}
