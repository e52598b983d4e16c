import type { Identity } from '@officina/shared/identity/identity';
import { effectiveRights } from '@officina/shared/identity/rights';
import type { Right, Role } from '@officina/shared/identity/rights';
import { notFound, Problem } from '@officina/shared/problems/problem';
import type { Selectable } from 'kysely';

import type { AccountUser, Me } from './schema';
import { refusals } from './sessions/refusals';
import type { AuthTables, Language, MfaPolicy } from './tables';

/** A user together with what the account says. */
export interface UserWithAccount extends Selectable<AuthTables['users']> {
  readonly account_name: string;
  readonly language: Language;
  readonly mfa_policy: MfaPolicy;
}

/** Refuses an e-mail address that somebody has already, in any account. */
export const emailTaken = () =>
  new Problem({ status: 409, code: 'email-taken' }, 'This e-mail address already has an account.', {
    errors: [{ path: 'email', message: 'Already in use' }],
  });

/** Refuses users who may not come in now, whatever they know. */
export function refuseLocked(user: UserWithAccount): void {
  if (user.locked_until && user.locked_until > new Date()) throw refusals.locked(user.locked_until);
}

function policyDemands(policy: MfaPolicy, role: Role): boolean {
  if (policy === 'owner') return role === 'owner';
  return policy === 'everyone' || (policy === 'staff' && role !== 'patient');
}

/** Whether the account's policy demands a second factor of this user. */
export function mustHaveMfa(user: UserWithAccount): boolean {
  return policyDemands(user.mfa_policy, user.role);
}

/** Whether a user has to set a second factor up before anything else. */
export function mfaSetupRequired(user: UserWithAccount): boolean {
  return mustHaveMfa(user) && !user.mfa_enabled;
}

/** The rights a user holds now; none while a demanded second factor is missing. */
export function rightsNow(user: UserWithAccount): Right[] {
  return mfaSetupRequired(user) ? [] : effectiveRights(user.role, user.overrides);
}

/** The signed-in user as the app sees it. */
export function meOf(user: UserWithAccount): Me {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    rights: rightsNow(user),
    mfaEnabled: user.mfa_enabled,
    mfaSetupRequired: mfaSetupRequired(user),
    language: user.language,
    account: { id: user.account_id, name: user.account_name },
  };
}

/** A user in the form for other services. */
export function accountUserOf(user: UserWithAccount): AccountUser {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    status: user.status,
    mfaEnabled: user.mfa_enabled,
    lastSignInAt: user.last_sign_in_at?.toISOString() ?? null,
    createdAt: user.created_at.toISOString(),
    overrides: user.overrides,
    rights: rightsNow(user),
  };
}

/** A user as the gateway passes them on to services. */
export function identityOf(user: UserWithAccount, sessionId: string): Identity {
  return {
    userId: user.id,
    accountId: user.account_id,
    sessionId,
    role: user.role,
    name: user.name,
    email: user.email,
    rights: rightsNow(user),
    mfaSetupRequired: mfaSetupRequired(user),
  };
}

/**
 * An account in the form for other services.
 *
 * @throws Problem 404 when there is none.
 */
export function accountOf(row: Selectable<AuthTables['accounts']> | undefined) {
  if (!row) throw notFound('account');
  const { id, name, language } = row;
  return { id, name, language, createdAt: row.created_at.toISOString() };
}

/** The status that a user gets who is to be active: who never set a password is back at being invited. */
export function activeStatus({ password_hash: hash }: UserWithAccount) {
  return hash === null ? 'invited' : 'active';
}
