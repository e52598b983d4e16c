import { matchingStep } from '../../backend/services/auth-service/src/mfa/totp';
import { refuseLocked, type UserWithAccount } from '../../backend/services/auth-service/src/people';
import { credentials, refreshRequest, secondStepAnswer } from '../../backend/services/auth-service/src/requests';
import { issueSession } from '../../backend/services/auth-service/src/sessions/issue';
import { refusals } from '../../backend/services/auth-service/src/sessions/refusals';
import type { Device } from '../../backend/services/auth-service/src/sessions/session';
import { bodyOf } from '../kit';
import type { z } from 'zod';
import type { Desk } from './desk';
import { deviceOf, enter, failAttempt, isPasswordOf } from './entering';

async function provenUser(desk: Desk, given: z.output<typeof credentials>, device: Device) {
  const user = desk.people.byEmail(given.email);
  if (!user?.password_hash) throw refusals.wrongCredentials();
  refuseLocked(user);
  if (!(await isPasswordOf(user, given.password))) {
    failAttempt(desk, user, { reason: 'wrong-password', device });
    throw refusals.wrongCredentials();
  }
  if (user.status !== 'active') throw refusals.deactivated();
  return user;
}

function firstStep(desk: Desk) {
  const { http, guarded, proofs } = desk;
  return http.post('/api/auth/sign-in', guarded(async ({ request, response }) => {
    const device = deviceOf(request);
    const user = await provenUser(desk, await bodyOf(request, credentials), device);
    if (user.mfa_enabled) {
      const challenge = proofs.openChallenge(user.id);
      return response(200).json({ kind: 'second-step', challenge, methods: ['totp', 'recovery-code'] });
    }
    const session = await issueSession(desk, user, enter(desk, user, { device, action: 'signed-in' }));
    return response(200).json({ kind: 'session', session });
  }));
}

type Answer = z.output<typeof secondStepAnswer>;

function judge({ proofs }: Desk, user: UserWithAccount, { code = '', recoveryCode }: Answer) {
  if (recoveryCode !== undefined) return proofs.useRecoveryCode(user.id, recoveryCode) ? 'right' : 'wrong';
  const step = user.totp_secret === null ? undefined : matchingStep(user.totp_secret, code.replace(/\s/g, ''));
  if (step === undefined) return 'wrong';
  return proofs.useStep(user.id, step) ? 'right' : 'used';
}

function challengedUser({ people, proofs }: Desk, challenge: string): UserWithAccount {
  const userId = proofs.takeTry(challenge);
  const user = userId === undefined ? undefined : people.user(userId);
  if (!user) throw refusals.challengeExpired();
  if (user.status !== 'active') throw refusals.deactivated();
  return user;
}

function secondStep(desk: Desk) {
  const { http, guarded, proofs } = desk;
  return http.post('/api/auth/second-step', guarded(async ({ request, response }) => {
    const given = await bodyOf(request, secondStepAnswer);
    const device = deviceOf(request);
    const user = challengedUser(desk, given.challenge);
    refuseLocked(user);
    const judgement = judge(desk, user, given);
    if (judgement === 'used') throw refusals.codeUsed();
    if (judgement === 'wrong') {
      failAttempt(desk, user, { reason: 'wrong-code', device });
      throw refusals.wrongCode();
    }
    if (!proofs.closeChallenge(given.challenge)) throw refusals.challengeExpired();
    const details = { method: given.recoveryCode === undefined ? 'totp' : 'recovery-code' };
    const opened = enter(desk, user, { device, action: 'signed-in', details });
    return response(200).json(await issueSession(desk, user, opened));
  }));
}

function revokeFamily({ people, sessions, events }: Desk, userId: string, sessionId: string): void {
  const revoked = sessions.revoke({ userId, only: sessionId });
  const user = people.user(userId);
  if (!user || revoked === 0) return;
  events.record(user, { action: 'session-revoked', details: { reason: 'refresh-reused' } });
}

function refresh(desk: Desk) {
  const { http, guarded, people, sessions, settings } = desk;
  return http.post('/api/auth/refresh', guarded(async ({ request, response }) => {
    const { refreshToken } = await bodyOf(request, refreshRequest);
    const rotation = sessions.rotate(refreshToken, settings.REFRESH_TOKEN_SECONDS);
    switch (rotation.kind) {
      case 'invalid':
        throw refusals.refreshInvalid();
      case 'revoked':
        throw refusals.sessionRevoked();
      case 'reused':
        revokeFamily(desk, rotation.userId, rotation.sessionId);
        throw refusals.refreshReused();
      case 'rotated': {
        const user = people.user(rotation.userId);
        if (user?.status !== 'active') throw refusals.sessionRevoked();
        return response(200).json(await issueSession(desk, user, rotation.session));
      }
    }
  }));
}

/** Signing in by both steps, and staying signed in. */
export function signInHandlers(desk: Desk) {
  return [firstStep(desk), secondStep(desk), refresh(desk)];
}
