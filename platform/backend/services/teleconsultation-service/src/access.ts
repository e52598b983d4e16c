import type { Identity } from '@officina/shared/identity/identity';

const OWN = { doctor: 'doctor_id', patient: 'patient_id' } as const;

/**
 * The column that names somebody in the consultations they may see: doctors and patients have their
 * own; the rest of the staff, for whom there is no such column, sees who is booked when.
 */
export function ownColumn({ role }: Identity): 'doctor_id' | 'patient_id' | undefined {
  return role === 'doctor' || role === 'patient' ? OWN[role] : undefined;
}
