import { noContent, serviceClient } from '@officina/shared/client/serviceClient';
import type { PeerOptions } from '@officina/shared/client/serviceClient';
import type { RightOverrides, Role } from '@officina/shared/identity/rights';
import { right, rightOverrides, role } from '@officina/shared/identity/rights';
import { z } from 'zod';

const instant = z.iso.datetime();

/** A user as auth-service knows it. */
export const authUser = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role,
  status: z.enum(['invited', 'active', 'deactivated']),
  mfaEnabled: z.boolean(),
  lastSignInAt: instant.nullable(),
  createdAt: instant,
  overrides: rightOverrides,
  rights: z.array(right),
});

/** An invitation link, shown once. */
export const invitationLink = z.object({ token: z.string(), url: z.string(), expiresAt: instant });

const account = z.object({
  id: z.uuid(),
  name: z.string(),
  language: z.enum(['de', 'fr', 'en']),
  createdAt: instant,
});

const authEvent = z.object({
  id: z.number().int(),
  at: instant,
  userId: z.uuid().nullable(),
  userName: z.string(),
  action: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** A user as auth-service knows it. */
export type AuthUser = z.output<typeof authUser>;
/** An event as auth-service tells it. */
export type AuthEvent = z.output<typeof authEvent>;

/** Whom to invite. */
export interface NewUser {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly invitedBy: string;
}

/** What to change of a user. */
export interface AuthUserChange {
  readonly name?: string;
  readonly email?: string;
  readonly role?: Role;
  readonly status?: 'active' | 'deactivated';
  readonly overrides?: RightOverrides;
}

/** A user of an account. */
export interface UserKey {
  readonly id: string;
  readonly accountId: string;
}

const userPath = ({ id, accountId }: UserKey, rest = '') =>
  `/internal/users/${id}${rest}?accountId=${accountId}`;

/** The calls to auth-service, which owns users and their rights. */
export function authClient(options: Omit<PeerOptions, 'peer'>) {
  const { call } = serviceClient({ ...options, peer: 'auth-service' });
  return {
    users: (accountId: string) =>
      call({ path: `/internal/accounts/${accountId}/users`, answer: z.array(authUser) }),
    user: (key: UserKey) => call({ path: userPath(key), answer: authUser }),
    invite: (body: NewUser) => {
      const answer = z.object({ userId: z.uuid(), invitation: invitationLink });
      return call({ method: 'POST', path: '/internal/users', body, answer });
    },
    inviteAgain: (key: UserKey) => {
      const answer = z.object({ invitation: invitationLink });
      return call({ method: 'POST', path: userPath(key, '/invitation'), answer });
    },
    change: (key: UserKey, body: AuthUserChange) =>
      call({ method: 'PATCH', path: userPath(key), body, answer: authUser }),
    remove: (key: UserKey) =>
      call({ method: 'DELETE', path: userPath(key), answer: noContent }),
    account: (id: string) => call({ path: `/internal/accounts/${id}`, answer: account }),
    changeAccount: (id: string, body: { name?: string; language?: 'de' | 'fr' | 'en' }) =>
      call({ method: 'PATCH', path: `/internal/accounts/${id}`, body, answer: account }),
    eventsAfter: (id: string, after: number) => {
      const path = `/internal/accounts/${id}/events?after=${after}`;
      return call({ path, answer: z.array(authEvent) });
    },
  };
}

/** The calls to auth-service. */
export type AuthClient = ReturnType<typeof authClient>;

