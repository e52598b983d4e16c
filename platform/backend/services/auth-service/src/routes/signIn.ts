import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import type { z } from 'zod';

import type { AuthKit } from '../kit';
import { pretendToVerify, verifyPassword } from '../passwords/hash';
import { refuseLocked } from '../people';
import type { UserWithAccount } from '../people';
import { credentials } from '../requests';
import { signInResult } from '../schema';
import { deviceOf } from '../sessions/device';
import { signInAs } from '../sessions/enterAs';
import { refusals } from '../sessions/refusals';
import { openChallenge } from '../store/challenges';
import { recordEvent } from '../store/events';
import type { Device } from '../sessions/session';
import { countFailure, findByEmail } from '../store/users';

const signIn = createRoute({
  method: 'post',
  path: '/api/auth/sign-in',
  summary: 'Sign in with e-mail address and password',
  request: { body: jsonBody(credentials) },
  responses: { 200: jsonAnswer(signInResult, 'A session, or the question for a second step') },
});

/** Notes a failed attempt of a known user, and the lock that may follow from it. */
export async function failAttempt(
  kit: AuthKit,
  user: UserWithAccount,
  failure: { readonly reason: string; readonly device: Device },
): Promise<void> {
  const { LOCKOUT_THRESHOLD: threshold, LOCKOUT_SECONDS: seconds } = kit.settings;
  const details = { reason: failure.reason, ip: failure.device.ip };
  const locked = await countFailure(kit.db, user.id, { threshold, seconds });
  await recordEvent(kit.db, user, { action: 'sign-in-failed', details });
  if (locked) await recordEvent(kit.db, user, { action: 'locked', details: { seconds } });
}

async function provenUser(kit: AuthKit, given: z.output<typeof credentials>, device: Device) {
  const user = await findByEmail(kit.db, given.email);
  if (!user?.password_hash) {
    await pretendToVerify(given.password, kit.settings.PASSWORD_COST);
    throw refusals.wrongCredentials();
  }
  refuseLocked(user);
  if (!(await verifyPassword(given.password, user.password_hash))) {
    await failAttempt(kit, user, { reason: 'wrong-password', device });
    throw refusals.wrongCredentials();
  }
  if (user.status !== 'active') throw refusals.deactivated();
  return user;
}

/** The first step of signing in. */
export function addSignIn(api: Api, kit: AuthKit): void {
  api.openapi(signIn, async (c) => {
    const device = deviceOf(c);
    const user = await provenUser(kit, c.req.valid('json'), device);
    if (user.mfa_enabled) {
      const challenge = await openChallenge(kit.db, user.id);
      const methods = ['totp' as const, 'recovery-code' as const];
      return c.json({ kind: 'second-step' as const, challenge, methods }, 200);
    }
    const session = await signInAs(kit, user, { device, action: 'signed-in' });
    return c.json({ kind: 'session' as const, session }, 200);
  });
}
