import type { AuthKit } from '../kit';
import { meOf } from '../people';
import type { UserWithAccount } from '../people';
import type { Session } from '../schema';
import { enter } from '../store/entering';
import type { Entrance } from '../store/entering';
import type { OpenedSession } from '../store/sessions';

/** Puts a session into the form in which it leaves the service. */
export async function issueSession(
  kit: AuthKit,
  user: UserWithAccount,
  opened: OpenedSession,
): Promise<Session> {
  const { token, expiresAt } = await kit.access.issue({
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

/** Signs a known user in: opens the session and issues its tokens. */
export async function signInAs(
  kit: AuthKit,
  user: UserWithAccount,
  entrance: Omit<Entrance, 'seconds'>,
): Promise<Session> {
  const seconds = kit.settings.REFRESH_TOKEN_SECONDS;
  return issueSession(kit, user, await enter(kit.db, user, { ...entrance, seconds }));
}
