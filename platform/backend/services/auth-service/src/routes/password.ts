import { identity, requireUser } from '@officina/shared/identity/guards';
import { createRoute, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit } from '../kit';
import { hashPassword, verifyPassword } from '../passwords/hash';
import { checkPassword } from '../passwords/policy';
import { refuseLocked } from '../people';
import type { UserWithAccount } from '../people';
import { passwordChange } from '../requests';
import { deviceOf } from '../sessions/device';
import { refusals } from '../sessions/refusals';
import { recordEvent } from '../store/events';
import { revokeSessions } from '../store/sessions';
import type { Device } from '../sessions/session';
import { updateUser } from '../store/users';
import { signedInUser } from './sessions';
import { failAttempt } from './signIn';

const change = createRoute({
  method: 'put',
  path: '/api/auth/password',
  summary: 'Change the own password',
  middleware: requireUser,
  request: { body: jsonBody(passwordChange) },
  responses: { 204: { description: 'Changed; all other sessions have ended' } },
});

/** Proves the own password once more before something grave; failures count as at signing in. */
export async function provePassword(
  kit: AuthKit,
  user: UserWithAccount,
  given: { readonly password: string; readonly device: Device },
): Promise<void> {
  refuseLocked(user);
  if (user.password_hash && (await verifyPassword(given.password, user.password_hash))) return;
  await failAttempt(kit, user, { reason: 'wrong-password', device: given.device });
  throw refusals.wrongPassword();
}

/** Changing the password. */
export function addPassword(api: Api, kit: AuthKit): void {
  api.openapi(change, async (c) => {
    const { userId, sessionId } = identity(c);
    const { current, next } = c.req.valid('json');
    const user = await signedInUser(kit.db, userId);
    await provePassword(kit, user, { password: current, device: deviceOf(c) });
    checkPassword(next, user.email, 'next');
    const passwordHash = await hashPassword(next, kit.settings.PASSWORD_COST);
    await kit.db.transaction().execute(async (trx) => {
      await updateUser(trx, userId, { password_hash: passwordHash });
      await revokeSessions(trx, { userId, except: sessionId });
      await recordEvent(trx, user, { action: 'password-changed' });
    });
    return c.body(null, 204);
  });
}
