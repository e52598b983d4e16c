import type { Consultation } from '../../../api/consultations';
import type { Me } from '../../../api/types';

/** What somebody is in a consultation; staff who only look on are neither. */
export type Side = 'doctor' | 'patient' | 'bystander';

/** What the user is in a consultation. */
export function sideOf({ doctor, patient }: Consultation, { id }: Me): Side {
  if (doctor.id === id) return 'doctor';
  return patient.id === id ? 'patient' : 'bystander';
}
