import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';

import type { AuthUser } from '../authClient';

function conflict(code: string, detail: string): Problem {
  return new Problem({ status: 409, code }, detail);
}

/** Refuses what only the owner may do. */
export function ownerOnly(caller: Identity, what: string): void {
  if (caller.role === 'owner') return;
  const detail = `Only the owner may ${what}. This needs the role "owner".`;
  throw new Problem({ status: 403, code: 'missing-right' }, detail);
}

/** Refuses what nobody may do to themselves. */
export function notYourself(caller: Identity, userId: string, what: string): void {
  if (caller.userId === userId) throw conflict('not-yourself', `You cannot ${what} yourself.`);
}

/** Refuses what would leave the account without an owner. */
export function notTheOwner(target: AuthUser, what: string): void {
  if (target.role !== 'owner') return;
  throw conflict('last-owner', `An account needs its owner: you cannot ${what} the owner.`);
}

/** Refuses to change the rights of an owner. */
export function notOwnersRights(target: AuthUser): void {
  if (target.role !== 'owner') return;
  throw conflict('owner-rights-fixed', 'An owner holds every right; that cannot be changed.');
}
