import type { APIRequestContext } from '@playwright/test';
import { totp } from '../../../../support/sign-in/totp';
import { answerOf } from './answer';

/** What two-step sign-in was set up with. */
export interface SecondStep {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets two-step sign-in up through the API, for the one who is signed in there; uses the code of step 0. */
export async function setUpSecondStep(api: APIRequestContext): Promise<SecondStep> {
  const { secret } = await answerOf<{ secret: string }>(await api.post('/api/auth/mfa/setup'));
  const data = { code: totp(secret) };
  const { recoveryCodes } = await answerOf<{ recoveryCodes: readonly string[] }>(
    await api.post('/api/auth/mfa/confirm', { data }),
  );
  return { secret, recoveryCodes };
}
