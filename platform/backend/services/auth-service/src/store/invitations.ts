import { sql } from 'kysely';

import type { Db } from '../kit';
import { hashToken, newToken } from '../tokens/opaque';

const LIFETIME_MS = 7 * 24 * 60 * 60_000;

/** An invitation that was just made. */
export interface NewInvitation {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Invites a user; earlier invitations of the same user are void. */
export async function renewInvitation(db: Db, userId: string): Promise<NewInvitation> {
  const { token, hash } = newToken();
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  await db.deleteFrom('invitations').where('user_id', '=', userId).execute();
  await db
    .insertInto('invitations')
    .values({ hash, user_id: userId, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
}

/** The invitation of a token. */
export function findInvitation(db: Db, token: string) {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('hash', '=', hashToken(token))
    .executeTakeFirst();
}

/** Marks an invitation as used; says whether it was this call that did. */
export async function useInvitation(db: Db, token: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ used_at: sql`now()` })
    .where('hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
