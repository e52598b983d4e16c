import type { AuthKit } from '../kit';
import { meOf } from '../people';
import type { UserWithAccount } from '../people';
import type { Session } from '../schema';
import type { OpenedSession } from './session';

/** Puts a session into the form in which it leaves the service. */
export async function issueSession(
  { access }: Pick<AuthKit, 'access'>,
  user: UserWithAccount,
  opened: OpenedSession,
): Promise<Session> {
  const { token, expiresAt } = await access.issue({
    sub: user.id,
    acc: user.account_id,
    sid: opened.sessionId,
    role: user.role,
  });
  return {
    accessToken: token,
    refreshToken: opened.refreshToken,
    expiresAt: expiresAt.toISOString(),
    user: meOf(user),
  };
}
