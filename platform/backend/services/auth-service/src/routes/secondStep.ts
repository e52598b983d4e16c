import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import type { z } from 'zod';

import type { AuthKit } from '../kit';
import { matchingStep } from '../mfa/totp';
import { refuseLocked } from '../people';
import type { UserWithAccount } from '../people';
import { secondStepAnswer } from '../requests';
import { session } from '../schema';
import { deviceOf } from '../sessions/device';
import { signInAs } from '../sessions/enterAs';
import { refusals } from '../sessions/refusals';
import { closeChallenge, takeTry } from '../store/challenges';
import { useRecoveryCode, useTotpStep } from '../store/secondFactor';
import { findById } from '../store/users';
import { failAttempt } from './signIn';

type Answer = z.output<typeof secondStepAnswer>;

const secondStep = createRoute({
  method: 'post',
  path: '/api/auth/second-step',
  summary: 'Finish signing in with a code',
  request: { body: jsonBody(secondStepAnswer) },
  responses: { 200: jsonAnswer(session, 'The session') },
});

type Judgement = 'right' | 'wrong' | 'used';

async function judge(kit: AuthKit, user: UserWithAccount, given: Answer): Promise<Judgement> {
  if (given.recoveryCode !== undefined) {
    return (await useRecoveryCode(kit.db, user.id, given.recoveryCode)) ? 'right' : 'wrong';
  }
  const code = (given.code ?? '').replace(/\s/g, '');
  const step = user.totp_secret && matchingStep(kit.box.open(user.totp_secret), code);
  if (typeof step !== 'number') return 'wrong';
  return (await useTotpStep(kit.db, user.id, step)) ? 'right' : 'used';
}

async function challengedUser(kit: AuthKit, challenge: string): Promise<UserWithAccount> {
  const userId = await takeTry(kit.db, challenge);
  const user = userId === undefined ? undefined : await findById(kit.db, userId);
  if (!user) throw refusals.challengeExpired();
  if (user.status !== 'active') throw refusals.deactivated();
  return user;
}

/** The second step of signing in. */
export function addSecondStep(api: Api, kit: AuthKit): void {
  api.openapi(secondStep, async (c) => {
    const given = c.req.valid('json');
    const device = deviceOf(c);
    const user = await challengedUser(kit, given.challenge);
    refuseLocked(user);
    const judgement = await judge(kit, user, given);
    if (judgement === 'used') throw refusals.codeUsed();
    if (judgement === 'wrong') {
      await failAttempt(kit, user, { reason: 'wrong-code', device });
      throw refusals.wrongCode();
    }
    if (!(await closeChallenge(kit.db, given.challenge))) throw refusals.challengeExpired();
    const method = given.recoveryCode === undefined ? 'totp' : 'recovery-code';
    const details = { method };
    return c.json(await signInAs(kit, user, { device, action: 'signed-in', details }), 200);
  });
}
