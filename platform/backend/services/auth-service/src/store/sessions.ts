import { sql } from 'kysely';

import type { Db } from '../kit';
import type { Rotation, SessionChoice } from '../sessions/session';
import { hashToken, newToken } from '../tokens/opaque';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

async function addRefreshToken(db: Db, sessionId: string, expiresAt: Date): Promise<string> {
  const { token, hash } = newToken();
  await db
    .insertInto('refresh_tokens')
    .values({ hash, session_id: sessionId, expires_at: expiresAt })
    .execute();
  return token;
}

async function judgeUnusable(db: Db, hash: string): Promise<Rotation> {
  const known = await db
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['session_id', 'used_at', 'user_id'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!known?.used_at) return { kind: 'invalid' };
  return { kind: 'reused', sessionId: known.session_id, userId: known.user_id };
}

/** Exchanges a refresh token for the next one of its family; each token works once. */
export async function rotateRefreshToken(
  db: Db,
  token: string,
  seconds: number,
): Promise<Rotation> {
  const hash = hashToken(token);
  const used = await db
    .updateTable('refresh_tokens')
    .set({ used_at: sql`now()` })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('session_id')
    .executeTakeFirst();
  if (!used) return judgeUnusable(db, hash);
  const expiresAt = inSeconds(seconds);
  const session = await db
    .updateTable('sessions')
    .set({ expires_at: expiresAt, last_seen_at: sql`now()` })
    .where('id', '=', used.session_id)
    .where('revoked_at', 'is', null)
    .returning(['id', 'user_id'])
    .executeTakeFirst();
  if (!session) return { kind: 'revoked' };
  const refreshToken = await addRefreshToken(db, session.id, expiresAt);
  const opened = { sessionId: session.id, refreshToken };
  return { kind: 'rotated', userId: session.user_id, session: opened };
}

/** Revokes sessions of a user; returns how many. */
export async function revokeSessions(db: Db, choice: SessionChoice): Promise<number> {
  let update = db
    .updateTable('sessions')
    .set({ revoked_at: sql`now()` })
    .where('user_id', '=', choice.userId)
    .where('revoked_at', 'is', null);
  if (choice.only !== undefined) update = update.where('id', '=', choice.only);
  if (choice.except !== undefined) update = update.where('id', '<>', choice.except);
  const { numUpdatedRows } = await update.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The open sessions of a user, last used first. */
export function listSessions(db: Db, userId: string) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, id: string): Promise<void> {
  await db.updateTable('sessions').set({ last_seen_at: sql`now()` }).where('id', '=', id).execute();
}
