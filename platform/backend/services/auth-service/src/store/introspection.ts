import type { Db } from '../kit';
import type { UserWithAccount } from '../people';

/** A user with the state of one session. */
export interface SessionUser extends UserWithAccount {
  readonly session_revoked_at: Date | null;
  readonly session_last_seen_at: Date;
}

/** The session with its user and account, in one question. */
export function findSession(db: Db, sessionId: string): Promise<SessionUser | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .selectAll('users')
    .select(['accounts.name as account_name', 'accounts.language', 'accounts.mfa_policy'])
    .select([
      'sessions.revoked_at as session_revoked_at',
      'sessions.last_seen_at as session_last_seen_at',
    ])
    .where('sessions.id', '=', sessionId)
    .executeTakeFirst();
}
