import { call, callPublic } from './client';
import type {
  DeviceSession,
  InvitationInfo,
  Me,
  MfaRequirement,
  MfaSetup,
  MfaState,
  PasswordPolicy,
  Session,
  SignInResult,
} from './types';

/** What a new master account needs. */
export interface Registration {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
}

/** The second step: a code of the app or a recovery code. */
export type SecondStep =
  | { readonly challenge: string; readonly code: string }
  | { readonly challenge: string; readonly recoveryCode: string };

/** The calls to the authentication service. */
export const authApi = {
  register: (body: Registration) =>
    callPublic<Session>('/api/auth/register', { method: 'POST', body }),
  signIn: (body: { email: string; password: string }) =>
    callPublic<SignInResult>('/api/auth/sign-in', { method: 'POST', body }),
  secondStep: (body: SecondStep) =>
    callPublic<Session>('/api/auth/second-step', { method: 'POST', body }),
  signOut: () => call<void>('/api/auth/sign-out', { method: 'POST' }),
  me: () => call<Me>('/api/auth/me'),
  passwordPolicy: () => callPublic<PasswordPolicy>('/api/auth/password-policy'),
  changePassword: (body: { current: string; next: string }) =>
    call<void>('/api/auth/password', { method: 'PUT', body }),
  invitation: (token: string) => callPublic<InvitationInfo>(invitationPath(token)),
  acceptInvitation: (token: string, body: { password: string; name: string }) =>
    callPublic<Session>(`${invitationPath(token)}/accept`, { method: 'POST', body }),
  sessions: () => call<{ sessions: readonly DeviceSession[] }>('/api/auth/sessions'),
  revokeSession: (id: string) => call<void>(`/api/auth/sessions/${id}`, { method: 'DELETE' }),
  revokeOtherSessions: () => call<{ revoked: number }>('/api/auth/sessions', { method: 'DELETE' }),
  mfa: () => call<MfaState>('/api/auth/mfa'),
  setUpMfa: () => call<MfaSetup>('/api/auth/mfa/setup', { method: 'POST' }),
  confirmMfa: (code: string) => newCodes('/api/auth/mfa/confirm', code),
  renewRecoveryCodes: (code: string) => newCodes('/api/auth/mfa/recovery-codes', code),
  disableMfa: (password: string) =>
    call<void>('/api/auth/mfa/disable', { method: 'POST', body: { password } }),
  mfaPolicy: () => call<{ required: MfaRequirement }>('/api/auth/mfa/policy'),
  setMfaPolicy: (required: MfaRequirement) =>
    call<void>('/api/auth/mfa/policy', { method: 'PUT', body: { required } }),
} as const;

function invitationPath(token: string): string {
  return `/api/auth/invitations/${encodeURIComponent(token)}`;
}

async function newCodes(path: string, code: string): Promise<readonly string[]> {
  const body = { code };
  return (await call<{ recoveryCodes: readonly string[] }>(path, { method: 'POST', body }))
    .recoveryCodes;
}
