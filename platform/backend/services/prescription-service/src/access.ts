import { identity } from '@officina/shared/identity/guards';
import type { ServiceEnv } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import type { Role } from '@officina/shared/identity/rights';
import { notFound, Problem } from '@officina/shared/problems/problem';
import { createMiddleware } from 'hono/factory';

/** What is done with prescriptions, by name. */
export type Deed =
  | 'create'
  | 'edit'
  | 'review'
  | 'approve'
  | 'reject'
  | 'dispense'
  | 'check'
  | 'print a label'
  | 'change a patient profile';

const PHARMACY: readonly Role[] = ['owner', 'pharmacist'];
const STAFF: readonly Role[] = ['owner', 'pharmacist', 'assistant'];

const MAY: Readonly<Record<Deed, readonly Role[]>> = {
  create: [...PHARMACY, 'doctor'],
  edit: [...PHARMACY, 'doctor'],
  review: STAFF,
  approve: PHARMACY,
  reject: PHARMACY,
  dispense: STAFF,
  check: [...STAFF, 'doctor'],
  'print a label': STAFF,
  'change a patient profile': [...PHARMACY, 'doctor'],
};

/** Refuses roles that may not do this; the right alone is not enough. */
export function refuseOthers({ role }: Identity, deed: Deed): void {
  if (MAY[deed].includes(role)) return;
  const roles = MAY[deed].map((name) => `"${name}"`).join(', ');
  const detail = `To ${deed} needs one of the roles ${roles}; yours is "${role}".`;
  throw new Problem({ status: 403, code: 'missing-right' }, detail);
}

/** Lets only the roles pass that may do this. */
export function requireRoleFor(deed: Deed) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    refuseOthers(identity(c), deed);
    await next();
  });
}

/** The column that must name a user for the prescription to be theirs; staff see all. */
export function ownColumn({ role }: Identity): 'doctor_id' | 'patient_id' | undefined {
  if (role === 'doctor') return 'doctor_id';
  return role === 'patient' ? 'patient_id' : undefined;
}

/** Whose profile, in which account. */
export interface PatientKey {
  readonly accountId: string;
  readonly patientId: string;
}

/** The key of a profile that a user may see; for patients there is only their own. */
export function patientKeyFor(caller: Identity, patientId: string): PatientKey {
  if (caller.role === 'patient' && caller.userId !== patientId) throw notFound('patient');
  return { accountId: caller.accountId, patientId };
}
