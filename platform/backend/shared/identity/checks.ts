import { Problem } from '../problems/problem';
import { IDENTITY_HEADER } from './identity';
import type { Caller, Identity } from './identity';
import type { Right, Role } from './rights';
import type { IdentityTokens } from './token';

function problem(status: 401 | 403, code: string, detail: string): Problem {
  return new Problem({ status, code }, detail);
}

/**
 * Who calls by the value of {@link IDENTITY_HEADER}; without one it is nobody.
 *
 * @throws Problem 401 `identity-invalid` when it is forged or stale.
 */
export async function callerBy(tokens: IdentityTokens, token: string | undefined): Promise<Caller> {
  const caller = token === undefined ? { kind: 'nobody' as const } : await tokens.read(token);
  if (caller) return caller;
  throw problem(401, 'identity-invalid', `The header ${IDENTITY_HEADER} is forged or expired.`);
}

/**
 * The signed-in user who calls.
 *
 * @throws Problem 401 `not-signed-in`.
 */
export function signedIn(caller: Caller): Identity {
  if (caller.kind === 'user') return caller.identity;
  throw problem(401, 'not-signed-in', 'This needs a signed-in user. Sign in and try again.');
}

function refuseWithoutSetUp({ mfaSetupRequired }: Identity): void {
  if (!mfaSetupRequired) return;
  const detail = 'This account demands a second factor. Set it up first.';
  throw problem(403, 'mfa-setup-required', detail);
}

/**
 * The signed-in user who calls and holds a right.
 *
 * @throws Problem 401 `not-signed-in`, 403 `mfa-setup-required` or `missing-right`.
 */
export function holding(caller: Caller, right: Right): Identity {
  const user = signedIn(caller);
  refuseWithoutSetUp(user);
  if (user.rights.includes(right)) return user;
  throw problem(403, 'missing-right', `This needs the right "${right}".`);
}

/**
 * The signed-in user of a role who calls.
 *
 * @throws Problem 401 `not-signed-in`, 403 `mfa-setup-required` or `missing-right`.
 */
export function inRole(caller: Caller, role: Role): Identity {
  const user = signedIn(caller);
  refuseWithoutSetUp(user);
  if (user.role === role) return user;
  throw problem(403, 'missing-right', `This needs the role "${role}".`);
}

/** The problem of a route that is not for users. */
export function servicesOnly(): Problem {
  return problem(403, 'services-only', 'Only services of the platform may call this.');
}

/**
 * The name of the service that calls in its own name.
 *
 * @throws Problem 403 `services-only`.
 */
export function peerName(caller: Caller): string {
  if (caller.kind === 'service') return caller.service;
  throw servicesOnly();
}
