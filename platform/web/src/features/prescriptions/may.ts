import type { Prescription, PrescriptionState, Step } from '../../api/prescriptions';
import type { Role } from '../../api/types';

const PHARMACY: readonly Role[] = ['owner', 'pharmacist'];
const STAFF: readonly Role[] = [...PHARMACY, 'assistant'];
const WRITERS: readonly Role[] = [...PHARMACY, 'doctor'];

interface Rule {
  readonly step: Step;
  readonly roles: readonly Role[];
  readonly states: readonly PrescriptionState[];
}

const RULES: readonly Rule[] = [
  { step: 'review', roles: STAFF, states: ['received'] },
  { step: 'approve', roles: PHARMACY, states: ['in-review'] },
  { step: 'dispense', roles: STAFF, states: ['approved'] },
  { step: 'reject', roles: PHARMACY, states: ['received', 'in-review', 'approved'] },
];

/** The steps that a role can take with a prescription now. */
export function stepsFor(role: Role, { state }: Prescription): readonly Step[] {
  return RULES.filter(({ roles, states }) => roles.includes(role) && states.includes(state)).map(
    ({ step }) => step,
  );
}

/** Whether a role writes prescriptions. */
export function mayWrite(role: Role): boolean {
  return WRITERS.includes(role);
}

/** Whether a role can change the medicines of a prescription now. */
export function mayEdit(role: Role, { state }: Prescription): boolean {
  return mayWrite(role) && (state === 'received' || state === 'in-review');
}

/** Whether a role sees what speaks against a prescription. */
export function maySeeChecks(role: Role): boolean {
  return role !== 'patient';
}

/** Whether a role can have the label of a prescription now. */
export function mayPrint(role: Role, { state }: Prescription): boolean {
  return STAFF.includes(role) && (state === 'approved' || state === 'dispensed');
}
