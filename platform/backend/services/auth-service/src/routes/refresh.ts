import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit } from '../kit';
import { refreshRequest } from '../requests';
import { session } from '../schema';
import { issueSession } from '../sessions/issue';
import { refusals } from '../sessions/refusals';
import { recordEvent } from '../store/events';
import { revokeSessions, rotateRefreshToken } from '../store/sessions';
import { findById } from '../store/users';

const refresh = createRoute({
  method: 'post',
  path: '/api/auth/refresh',
  summary: 'Exchange a refresh token for new tokens',
  request: { body: jsonBody(refreshRequest) },
  responses: { 200: jsonAnswer(session, 'The session with new tokens') },
});

// Somebody else holds a copy of the token: who is who cannot be told, so nobody stays signed in.
async function revokeFamily(kit: AuthKit, userId: string, sessionId: string): Promise<void> {
  const revoked = await revokeSessions(kit.db, { userId, only: sessionId });
  const user = await findById(kit.db, userId);
  if (!user || revoked === 0) return;
  const details = { reason: 'refresh-reused' };
  await recordEvent(kit.db, user, { action: 'session-revoked', details });
}

/** Rotation of refresh tokens. */
export function addRefresh(api: Api, kit: AuthKit): void {
  api.openapi(refresh, async (c) => {
    const { refreshToken } = c.req.valid('json');
    const seconds = kit.settings.REFRESH_TOKEN_SECONDS;
    const rotation = await kit.db
      .transaction()
      .execute((trx) => rotateRefreshToken(trx, refreshToken, seconds));
    switch (rotation.kind) {
      case 'invalid':
        throw refusals.refreshInvalid();
      case 'revoked':
        throw refusals.sessionRevoked();
      case 'reused':
        await revokeFamily(kit, rotation.userId, rotation.sessionId);
        throw refusals.refreshReused();
      case 'rotated': {
        const user = await findById(kit.db, rotation.userId);
        if (user?.status !== 'active') throw refusals.sessionRevoked();
        return c.json(await issueSession(kit, user, rotation.session), 200);
      }
    }
  });
}
