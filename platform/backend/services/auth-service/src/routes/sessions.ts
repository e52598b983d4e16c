import { identity, requireUser } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, instant, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit, Db } from '../kit';
import { meOf } from '../people';
import type { UserWithAccount } from '../people';
import { me } from '../schema';
import { deviceName } from '../sessions/device';
import { refusals } from '../sessions/refusals';
import { recordEvent } from '../store/events';
import { listSessions, revokeSessions } from '../store/sessions';
import { findById } from '../store/users';

const sessionEntry = z.object({
  id: z.uuid(),
  device: z.string(),
  userAgent: z.string(),
  ip: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
});

const signOut = createRoute({
  method: 'post',
  path: '/api/auth/sign-out',
  summary: 'End this session',
  middleware: requireUser,
  responses: { 204: { description: 'Signed out' } },
});

const readMe = createRoute({
  method: 'get',
  path: '/api/auth/me',
  summary: 'The signed-in user',
  middleware: requireUser,
  responses: { 200: jsonAnswer(me, 'The user') },
});

const list = createRoute({
  method: 'get',
  path: '/api/auth/sessions',
  summary: 'The open sessions of the signed-in user',
  middleware: requireUser,
  responses: { 200: jsonAnswer(z.object({ sessions: z.array(sessionEntry) }), 'The sessions') },
});

const revokeOne = createRoute({
  method: 'delete',
  path: '/api/auth/sessions/{id}',
  summary: 'End one session',
  middleware: requireUser,
  request: { params: idParams },
  responses: { 204: { description: 'Ended' } },
});

const revokeOthers = createRoute({
  method: 'delete',
  path: '/api/auth/sessions',
  summary: 'End all other sessions',
  middleware: requireUser,
  responses: { 200: jsonAnswer(z.object({ revoked: z.number().int() }), 'How many ended') },
});

/** The signed-in user's row; a user who is gone meanwhile is signed out. */
export async function signedInUser(db: Db, userId: string): Promise<UserWithAccount> {
  const user = await findById(db, userId);
  if (!user) throw refusals.sessionRevoked();
  return user;
}

function addReading(api: Api, { db }: AuthKit): void {
  api.openapi(readMe, async (c) => c.json(meOf(await signedInUser(db, identity(c).userId)), 200));
  api.openapi(list, async (c) => {
    const { userId, sessionId } = identity(c);
    const rows = await listSessions(db, userId);
    const sessions = rows.map((row) => ({
      id: row.id,
      device: deviceName(row.user_agent),
      userAgent: row.user_agent,
      ip: row.ip,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      current: row.id === sessionId,
    }));
    return c.json({ sessions }, 200);
  });
}

/** The signed-in user and the sessions. */
export function addSessions(api: Api, kit: AuthKit): void {
  const { db } = kit;
  addReading(api, kit);
  api.openapi(signOut, async (c) => {
    const { userId, sessionId, accountId, name } = identity(c);
    await revokeSessions(db, { userId, only: sessionId });
    await recordEvent(db, { id: userId, account_id: accountId, name }, { action: 'signed-out' });
    return c.body(null, 204);
  });
  api.openapi(revokeOne, async (c) => {
    const { userId, accountId, name } = identity(c);
    const { id } = c.req.valid('param');
    if ((await revokeSessions(db, { userId, only: id })) === 0) throw notFound('session');
    const event = { action: 'session-revoked', details: { sessionId: id } } as const;
    await recordEvent(db, { id: userId, account_id: accountId, name }, event);
    return c.body(null, 204);
  });
  api.openapi(revokeOthers, async (c) => {
    const { userId, sessionId, accountId, name } = identity(c);
    const revoked = await revokeSessions(db, { userId, except: sessionId });
    const event = { action: 'session-revoked', details: { revoked } } as const;
    if (revoked > 0) await recordEvent(db, { id: userId, account_id: accountId, name }, event);
    return c.json({ revoked }, 200);
  });
}
