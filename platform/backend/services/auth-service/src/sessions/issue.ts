import { sql } from 'kysely';

import type { AuthKit, Db } from '../kit';
import type { Me, Session } from '../schema';
import { recordEvent } from '../store/events';
import type { AuthAction } from '../store/events';
import { openSession } from '../store/sessions';
import type { Device, OpenedSession } from '../store/sessions';
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

/** How somebody got in. */
export interface Entrance {
  readonly device: Device;
  readonly action: AuthAction;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Opens a session for a user who has proved everything, and notes it; within a transaction. */
export async function enter(
  db: Db,
  user: { readonly id: string; readonly account_id: string; readonly name: string },
  entrance: Entrance & { readonly seconds: number },
): Promise<OpenedSession> {
  const opened = await openSession(db, user.id, entrance);
  await db
    .updateTable('users')
    .set({ last_sign_in_at: sql`now()`, failed_attempts: 0, locked_until: null })
    .where('id', '=', user.id)
    .execute();
  await recordEvent(db, user, {
    action: entrance.action,
    details: { ip: entrance.device.ip, ...entrance.details },
  });
  return opened;
}

/** Signs a known user in: opens the session and issues its tokens. */
export async function signInAs(
  kit: AuthKit,
  user: UserWithAccount,
  entrance: Entrance,
): Promise<Session> {
  const seconds = kit.settings.REFRESH_TOKEN_SECONDS;
  const opened = await kit.db
    .transaction()
    .execute((trx) => enter(trx, user, { ...entrance, seconds }));
  return issueSession(kit, user, opened);
}
