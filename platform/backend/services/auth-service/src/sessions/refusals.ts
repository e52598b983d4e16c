import { Problem } from '@officina/shared/problems/problem';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

function refusal(status: ContentfulStatusCode, code: string, detail: string): Problem {
  return new Problem({ status, code }, detail);
}

/** The ways in which auth-service refuses. */
export const refusals = {
  wrongCredentials: () =>
    refusal(401, 'wrong-credentials', 'The e-mail address or the password is wrong.'),
  deactivated: () =>
    refusal(403, 'deactivated', 'This user is deactivated. Ask the owner of the account.'),
  locked: (until: Date) => {
    const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
    const detail = `Too many failed attempts. Try again in ${seconds} seconds.`;
    return new Problem({ status: 423, code: 'locked' }, detail, { retryAfterSeconds: seconds });
  },
  wrongCode: () => refusal(401, 'wrong-code', 'The code is wrong.'),
  codeUsed: () =>
    refusal(401, 'code-used', 'This code was used already. Wait for the next one.'),
  challengeExpired: () =>
    refusal(401, 'challenge-expired', 'This sign-in took too long or failed often. Start again.'),
  refreshInvalid: () =>
    refusal(401, 'refresh-invalid', 'The refresh token is unknown or expired. Sign in again.'),
  refreshReused: () =>
    refusal(401, 'refresh-reused', 'The refresh token was used twice; its session was ended.'),
  sessionRevoked: () => refusal(401, 'session-revoked', 'This session was ended. Sign in again.'),
  wrongPassword: () => refusal(403, 'wrong-password', 'The current password is wrong.'),
  invitationUnknown: () =>
    refusal(404, 'invitation-unknown', 'This invitation is unknown. Ask for a new one.'),
  invitationExpired: () =>
    refusal(410, 'invitation-expired', 'This invitation has expired. Ask for a new one.'),
  invitationUsed: () =>
    refusal(410, 'invitation-used', 'This invitation was used already. Sign in instead.'),
  mfaEnabled: () => refusal(409, 'mfa-enabled', 'A second factor is set up already.'),
  mfaNotEnabled: () => refusal(409, 'mfa-not-enabled', 'No second factor is set up.'),
  mfaNotPrepared: () =>
    refusal(409, 'mfa-not-prepared', 'Ask for a secret at /api/auth/mfa/setup first.'),
  mfaRequired: () =>
    refusal(403, 'mfa-required', 'The account demands a second factor; it cannot be switched off.'),
} as const;
