import type { AuthKit } from '../kit';
import type { UserWithAccount } from '../people';
import type { Session } from '../schema';
import { enter } from '../store/entering';
import type { Entrance } from '../store/entering';
import { issueSession } from './issue';

/** Signs a known user in: opens the session and issues its tokens. */
export async function signInAs(
  kit: AuthKit,
  user: UserWithAccount,
  entrance: Omit<Entrance, 'seconds'>,
): Promise<Session> {
  const seconds = kit.settings.REFRESH_TOKEN_SECONDS;
  return issueSession(kit, user, await enter(kit.db, user, { ...entrance, seconds }));
}
