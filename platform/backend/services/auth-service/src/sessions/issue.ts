import type { AuthKit } from '../kit';
import type { Me, Session } from '../schema';
import { enter } from '../store/entering';
import type { Entrance } from '../store/entering';
import type { OpenedSession } from '../store/sessions';
import { mfaSetupRequired, rightsNow } from '../store/users';
import type { UserWithAccount } from '../store/users';

/** The signed-in user as the app sees it. */
export function meOf(user: UserWithAccount): Me {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    rights: rightsNow(user),
    mfaEnabled: user.mfa_enabled,
    mfaSetupRequired: mfaSetupRequired(user),
    language: user.language,
    account: { id: user.account_id, name: user.account_name },
  };
}

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
