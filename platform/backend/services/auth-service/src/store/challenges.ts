import { sql } from 'kysely';

import type { Db } from '../kit';
import { hashToken, newToken } from '../tokens/opaque';

const LIFETIME_MS = 5 * 60_000;
const MAX_TRIES = 5;

/** Opens a second-step challenge; returns its token. */
export async function openChallenge(db: Db, userId: string): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  await db
    .deleteFrom('challenges')
    .where('user_id', '=', userId)
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
  await db
    .insertInto('challenges')
    .values({ hash, user_id: userId, expires_at: expiresAt })
    .execute();
  return token;
}

/** Takes one of a challenge's tries; the user's id, or nothing when it is over. */
export async function takeTry(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .updateTable('challenges')
    .set({ tries: sql`tries + 1` })
    .where('hash', '=', hashToken(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .where('tries', '<', MAX_TRIES)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

/** Ends a challenge that was met; says whether it was still open, so that it is met only once. */
export async function closeChallenge(db: Db, token: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('challenges')
    .where('hash', '=', hashToken(token))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
