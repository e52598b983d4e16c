import { z } from 'zod';

/** Everything a user can be allowed to work with. */
export const RIGHTS = [
  'prescriptions',
  'inventory',
  'consultations',
  'messages',
  'reports',
  'users',
] as const;

/** The roles of a master account. */
export const ROLES = ['owner', 'pharmacist', 'assistant', 'doctor', 'patient'] as const;

/** Schema of a right. */
export const right = z.enum(RIGHTS);
/** Schema of a role. */
export const role = z.enum(ROLES);
/** Schema of a role that can be given to somebody: an account's owner is made by registration. */
export const assignableRole = role.exclude(['owner']);
/** Schema of what differs, for one user, from the role's rights. */
export const rightOverrides = z.partialRecord(right, z.enum(['grant', 'deny']));

/** One of {@link RIGHTS}. */
export type Right = z.output<typeof right>;
/** One of {@link ROLES}. */
export type Role = z.output<typeof role>;
/** Rights granted or denied to one user. */
export type RightOverrides = z.output<typeof rightOverrides>;

const DEFAULTS: Readonly<Record<Role, readonly Right[]>> = {
  owner: RIGHTS,
  pharmacist: ['prescriptions', 'inventory', 'consultations', 'messages', 'reports'],
  assistant: ['inventory', 'messages'],
  doctor: ['consultations', 'prescriptions', 'messages'],
  patient: ['prescriptions', 'consultations', 'messages'],
};

/** The rights that come with a role. */
export function defaultRights(of: Role): readonly Right[] {
  return DEFAULTS[of];
}

/** The rights a user really has; an owner's cannot be taken away. */
export function effectiveRights(of: Role, overrides: RightOverrides): Right[] {
  if (of === 'owner') return [...RIGHTS];
  const granted = (name: Right) => overrides[name] === 'grant' || DEFAULTS[of].includes(name);
  return RIGHTS.filter((name) => granted(name) && overrides[name] !== 'deny');
}
