import type { Identity } from '@officina/shared/identity/identity';
import { notFound, Problem } from '@officina/shared/problems/problem';

import type { NewSlot } from './schema';
import type { SlotRow } from './tables';

function refusal(code: string, detail: string): Problem {
  return new Problem({ status: 409, code }, detail);
}

/** What is known of a slot that a doctor offers. */
export function offered(doctor: Identity, { startsAt, minutes, consentSeconds }: NewSlot) {
  return {
    account_id: doctor.accountId,
    doctor_id: doctor.userId,
    doctor_name: doctor.name,
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + minutes * 60_000),
    consent_seconds: consentSeconds,
  };
}

/** Refuses a slot that overlaps another one of its doctor's. */
export function refuseOverlap(other: Pick<SlotRow, 'starts_at'> | undefined): void {
  if (!other) return;
  const at = other.starts_at.toISOString();
  throw refusal('slot-overlap', `You have a slot at ${at} already. Choose another time.`);
}

/** Refuses to take back another doctor's slot, or one that is booked. */
export function requireWithdrawable(slot: SlotRow, doctor: Identity, taken: boolean): void {
  if (slot.doctor_id !== doctor.userId) throw notFound('slot');
  if (!taken) return;
  throw refusal('slot-booked', 'This slot is booked. Cancel the consultation first.');
}

/** Refuses to book a slot that somebody has, or that has begun. */
export function requireBookable({ starts_at: from }: SlotRow, taken: boolean): void {
  if (taken) {
    throw refusal('slot-taken', 'Somebody else has booked this slot. Choose another one.');
  }
  if (from.getTime() > Date.now()) return;
  throw refusal('slot-over', 'This slot has begun already. Choose another one.');
}

/** What is known of the consultation for which a patient books a slot. */
export function booked(slot: SlotRow, patient: Identity, reason: string) {
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
