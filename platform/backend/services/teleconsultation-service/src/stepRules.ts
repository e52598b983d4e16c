import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';

import type { MadePrescription, WantedPrescription } from './peers/prescriptions';
import { requireParticipant, requireSide, requireWayIn } from './room';
import type { Ending } from './schema';
import { requireState } from './states';
import type { ConsultationRow, Side } from './tables';

/** What a step makes of a consultation. */
export interface Outcome {
  readonly change: Partial<ConsultationRow>;
  readonly notice?: { readonly happened: 'cancelled' | 'opened' | 'ended'; readonly by: Side };
}

/** Decides what a step of somebody's makes of a consultation, and refuses it; nothing is no change. */
export type Decision = (row: ConsultationRow, caller: Identity) => Outcome | undefined;

/** Keeps the patient's consent; it holds for as long as the slot says. */
export const giveConsent: Decision = (row, caller) => {
  requireSide(row, caller, 'patient');
  requireState(row, 'consent');
  const now = Date.now();
  const expires = new Date(now + row.consent_seconds * 1_000);
  return { change: { consent_given_at: new Date(now), consent_expires_at: expires } };
};

/** Lets somebody into the room; the doctor's coming opens it. */
export const joinRoom: Decision = (row, caller) => {
  const side = requireWayIn(row, caller);
  const now = new Date();
  if (side === 'patient') return { change: { patient_joined_at: now } };
  if (row.state === 'open') return undefined;
  return { change: { state: 'open', opened_at: now }, notice: { happened: 'opened', by: side } };
};

/** Calls a booked consultation off; its slot is free again. */
export const cancelConsultation: Decision = (row, caller) => {
  const by = requireParticipant(row, caller);
  requireState(row, 'cancel');
  return { change: { state: 'cancelled', cancelled_by: by }, notice: { happened: 'cancelled', by } };
};

/** Refuses whoever may not end the consultation in this way. */
export function requireEnd(row: ConsultationRow, caller: Identity, { prescription }: Ending): void {
  requireSide(row, caller, 'doctor');
  requireState(row, 'end');
  if (!prescription || caller.rights.includes('prescriptions')) return;
  const detail = 'To end with a prescription needs the right "prescriptions".';
  throw new Problem({ status: 403, code: 'missing-right' }, detail);
}

/** The prescription that a consultation ends with, if one is wanted. */
export function wantedPrescription(
  row: ConsultationRow,
  { summary, prescription }: Ending,
): WantedPrescription | undefined {
  return prescription && {
    accountId: row.account_id,
    patient: { id: row.patient_id, name: row.patient_name },
    doctor: { id: row.doctor_id, name: row.doctor_name },
    lines: prescription.lines,
    note: summary.slice(0, 2_000),
    reference: `consultation:${row.id}`,
  };
}

/** Ends a consultation, with the prescription that was made for it. */
export function endWith(ending: Ending, made: MadePrescription | undefined): Decision {
  return (row, caller) => {
    requireEnd(row, caller, ending);
    const { summary } = ending;
    const numbers = made && { prescription_id: made.id, prescription_number: made.number };
    return {
      change: { state: 'ended', ended_at: new Date(), summary, ...numbers },
      notice: { happened: 'ended', by: 'doctor' },
    };
  };
}
