import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';

import { requireState } from './states';
import type { ConsultationRow, Side } from './tables';

/** What is known of a patient's consent to be treated at a distance. */
export type ConsentState = 'missing' | 'given' | 'expired';

/** Whether the patient's consent holds now. */
export function consentOf(row: Pick<ConsultationRow, 'consent_expires_at'>): ConsentState {
  if (row.consent_expires_at === null) return 'missing';
  return row.consent_expires_at.getTime() > Date.now() ? 'given' : 'expired';
}

/** Which of the two people of a consultation somebody is, or nothing for a bystander. */
export function sideOf(row: ConsultationRow, { userId }: Identity): Side | undefined {
  if (row.doctor_id === userId) return 'doctor';
  return row.patient_id === userId ? 'patient' : undefined;
}

/** Refuses bystanders; returns which of the two people it is. */
export function requireParticipant(row: ConsultationRow, caller: Identity): Side {
  const side = sideOf(row, caller);
  if (side) return side;
  const detail = 'Only the doctor and the patient of this consultation can do this.';
  throw new Problem({ status: 403, code: 'participants-only' }, detail);
}

/** Refuses everybody but the doctor or the patient of the consultation. */
export function requireSide(row: ConsultationRow, caller: Identity, wanted: Side): void {
  if (sideOf(row, caller) === wanted) return;
  const detail = `Only the ${wanted} of this consultation can do this.`;
  throw new Problem({ status: 403, code: `${wanted}-only` }, detail);
}

const CONSENT_DETAIL = {
  missing: 'The patient has not consented yet. Consent first, then join.',
  expired: 'The consent has expired. Consent again to come into the room.',
} as const;

function requireConsent(row: ConsultationRow): void {
  const consent = consentOf(row);
  if (consent === 'given') return;
  throw new Problem({ status: 403, code: `consent-${consent}` }, CONSENT_DETAIL[consent]);
}

function requireOpen(row: ConsultationRow): void {
  if (row.state === 'open') return;
  const detail = 'The doctor has not opened the room yet. Wait until they join.';
  throw new Problem({ status: 409, code: 'room-not-open' }, detail);
}

/** Refuses whoever may not come into the room now; returns which side comes. */
export function requireWayIn(row: ConsultationRow, caller: Identity): Side {
  const side = requireParticipant(row, caller);
  requireState(row, 'join');
  if (side === 'doctor') return side;
  requireConsent(row);
  requireOpen(row);
  return side;
}

/** Refuses whoever is not in the room now: consent that ran out puts the patient out again. */
export function requireInRoom(row: ConsultationRow, caller: Identity): void {
  const side = requireParticipant(row, caller);
  requireState(row, 'chat');
  if (side === 'patient') requireConsent(row);
  requireOpen(row);
  if (side === 'doctor' || row.patient_joined_at !== null) return;
  const detail = 'You are not in the room yet. Join it first.';
  throw new Problem({ status: 409, code: 'not-in-room' }, detail);
}

/** Whether {@link requireInRoom} would let somebody be there. */
export function isInRoom(row: ConsultationRow, caller: Identity): boolean {
  if (row.state !== 'open') return false;
  const side = sideOf(row, caller);
  if (side === 'doctor') return true;
  return side === 'patient' && row.patient_joined_at !== null && consentOf(row) === 'given';
}
