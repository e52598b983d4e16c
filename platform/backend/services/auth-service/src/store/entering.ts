import type { AuthAction } from '@officina/shared/audit/actions';
import { sql } from 'kysely';

import type { Db } from '../kit';
import { newToken } from '../tokens/opaque';
import type { Actor, Device, OpenedSession } from '../sessions/session';

interface NewSession {
  readonly device: Device;
  readonly expiresAt: Date;
  readonly hash: string;
}

/** How somebody got in. */
export interface Entrance {
  readonly device: Device;
  readonly action: AuthAction;
  readonly details?: Readonly<Record<string, unknown>>;
  /** The lifetime of the refresh token. */
  readonly seconds: number;
}

function withSession(db: Db, user: Actor, { device, expiresAt, hash }: NewSession) {
  const { userAgent, ip } = device;
  return db
    .with('opened', (cte) =>
      cte
        .insertInto('sessions')
        .values({ user_id: user.id, user_agent: userAgent, ip, expires_at: expiresAt })
        .returning('id'),
    )
    .with('first_token', (cte) =>
      cte
        .insertInto('refresh_tokens')
        .columns(['hash', 'session_id', 'expires_at'])
        .expression((from) =>
          from
            .selectFrom('opened')
            .select([
              sql.val(hash).as('hash'),
              'id',
              sql<Date>`${expiresAt}::timestamptz`.as('end'),
            ]),
        ),
    );
}

/** Opens a session for a user who has proved everything, and notes it: all in one statement. */
export async function enter(db: Db, user: Actor, entrance: Entrance): Promise<OpenedSession> {
  const { device, action, details } = entrance;
  const expiresAt = new Date(Date.now() + entrance.seconds * 1000);
  const { token, hash } = newToken();
  const { id } = await withSession(db, user, { device, expiresAt, hash })
    .with('noted', (cte) =>
      cte.insertInto('auth_events').values({
        account_id: user.account_id,
        user_id: user.id,
        user_name: user.name,
        action,
        details: JSON.stringify({ ip: device.ip, ...details }),
      }),
    )
    .with('welcomed', (cte) =>
      cte
        .updateTable('users')
        .set({ last_sign_in_at: sql`now()`, failed_attempts: 0, locked_until: null })
        .where('id', '=', user.id),
    )
    .selectFrom('opened')
    .select('id')
    .executeTakeFirstOrThrow();
  return { sessionId: id, refreshToken: token };
}
