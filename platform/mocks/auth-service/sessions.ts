import { notFound } from '@officina/shared/problems/problem';
import { idParams } from '@officina/shared/service/api';
import { hashPassword } from '../../backend/services/auth-service/src/passwords/hash';
import { checkPassword } from '../../backend/services/auth-service/src/passwords/policy';
import { meOf } from '../../backend/services/auth-service/src/people';
import { passwordChange } from '../../backend/services/auth-service/src/requests';
import { deviceName } from '../../backend/services/auth-service/src/sessions/device';
import { bodyOf, paramsOf } from '../kit';
import type { Desk } from './desk';
import { actorOf, deviceOf, HASH_COST, provePassword, signedInUser } from './entering';
import type { SessionRow } from './store/sessions';

const sessionOf = (row: SessionRow, current: string) => ({
  id: row.id,
  device: deviceName(row.user_agent),
  userAgent: row.user_agent,
  ip: row.ip,
  createdAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  current: row.id === current,
});

function reading(desk: Desk) {
  const { http, guarded, callers, sessions } = desk;
  return [
    http.get('/api/auth/me', guarded(async ({ request, response }) =>
      response(200).json(meOf(signedInUser(desk, await callers.user(request)))),
    )),
    http.get('/api/auth/sessions', guarded(async ({ request, response }) => {
      const { userId, sessionId } = await callers.user(request);
      return response(200).json({ sessions: sessions.ofUser(userId).map((row) => sessionOf(row, sessionId)) });
    })),
  ];
}

function ending({ http, guarded, callers, sessions, events }: Desk) {
  return [
    http.post('/api/auth/sign-out', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      sessions.revoke({ userId: caller.userId, only: caller.sessionId });
      events.record(actorOf(caller), { action: 'signed-out' });
      return response(204).empty();
    })),
    http.delete('/api/auth/sessions/{id}', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      if (sessions.revoke({ userId: caller.userId, only: id }) === 0) throw notFound('session');
      events.record(actorOf(caller), { action: 'session-revoked', details: { sessionId: id } });
      return response(204).empty();
    })),
    http.delete('/api/auth/sessions', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      const revoked = sessions.revoke({ userId: caller.userId, except: caller.sessionId });
      if (revoked > 0) events.record(actorOf(caller), { action: 'session-revoked', details: { revoked } });
      return response(200).json({ revoked });
    })),
  ];
}

function password(desk: Desk) {
  const { http, guarded, callers, people, sessions, events } = desk;
  return http.put('/api/auth/password', guarded(async ({ request, response }) => {
    const caller = await callers.user(request);
    const { current, next } = await bodyOf(request, passwordChange);
    const user = signedInUser(desk, caller);
    await provePassword(desk, user, { password: current, device: deviceOf(request) });
    checkPassword(next, user.email, 'next');
    people.changeUser(user.id, { password_hash: await hashPassword(next, HASH_COST) });
    sessions.revoke({ userId: user.id, except: caller.sessionId });
    events.record(user, { action: 'password-changed' });
    return response(204).empty();
  }));
}

/** The signed-in user, their sessions and their password. */
export function sessionHandlers(desk: Desk) {
  return [...reading(desk), ...ending(desk), password(desk)];
}
