import { servicesOnly } from '@officina/shared/identity/checks';
import type { Caller } from '@officina/shared/identity/identity';
import { notFound, Problem } from '@officina/shared/problems/problem';

import type { Actor } from './stock/moves';

/**
 * Refuses whoever is no service of the platform, in its own name or in that of the user it works for.
 *
 * @throws Problem 403 `services-only`.
 */
export function refuseOutsiders(caller: Caller): void {
  if (caller.kind === 'nobody') throw servicesOnly();
}

/** Refuses a passed-on user another account than the own, whatever the request says. */
export function refuseOtherAccount(caller: Caller, accountId: string | undefined): void {
  if (caller.kind === 'user' && caller.identity.accountId !== accountId) throw notFound('account');
}

/** Who changes stock when a service asks for it. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'user') return { id: caller.identity.userId, name: caller.identity.name };
  return { id: null, name: caller.kind === 'service' ? caller.service : '' };
}

/**
 * The account that a service asks about.
 *
 * @throws Problem 422 when it asks in its own name and does not say.
 */
export function accountFor(caller: Caller, given: string | undefined): string {
  if (caller.kind === 'user') return caller.identity.accountId;
  if (given !== undefined) return given;
  const detail = 'The input is not valid. accountId: Say of which account';
  throw new Problem({ status: 422, code: 'invalid-input' }, detail, {
    errors: [{ path: 'accountId', message: 'Say of which account' }],
  });
}
