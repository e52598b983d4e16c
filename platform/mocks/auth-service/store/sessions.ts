import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type {
  Device,
  OpenedSession,
  Rotation,
  SessionChoice,
} from '../../../backend/services/auth-service/src/sessions/session';
import type { AuthTables } from '../../../backend/services/auth-service/src/tables';
import { hashToken, newToken } from '../../../backend/services/auth-service/src/tokens/opaque';

/** A session as it is kept. */
export type SessionRow = Selectable<AuthTables['sessions']>;
type RefreshRow = Selectable<AuthTables['refresh_tokens']>;

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

/** Sessions and the families of refresh tokens that keep them alive. */
export class Sessions {
  readonly #sessions = new Map<string, SessionRow>();
  readonly #refresh = new Map<string, RefreshRow>();

  open(userId: string, { userAgent, ip }: Device, seconds: number): OpenedSession {
    const now = new Date();
    const session: SessionRow = {
      id: randomUUID(),
      user_id: userId,
      user_agent: userAgent,
      ip,
      created_at: now,
      last_seen_at: now,
      expires_at: inSeconds(seconds),
      revoked_at: null,
    };
    this.#sessions.set(session.id, session);
    return { sessionId: session.id, refreshToken: this.#token(session) };
  }

  find(id: string): SessionRow | undefined {
    return this.#sessions.get(id);
  }

  /** Exchanges a refresh token for the next one of its family; each token works once. */
  rotate(token: string, seconds: number): Rotation {
    const hash = hashToken(token);
    const known = this.#refresh.get(hash);
    const session = known && this.#sessions.get(known.session_id);
    if (!known || !session) return { kind: 'invalid' };
    if (known.used_at) return { kind: 'reused', sessionId: session.id, userId: session.user_id };
    if (known.expires_at <= new Date()) return { kind: 'invalid' };
    const now = new Date();
    this.#refresh.set(hash, { ...known, used_at: now });
    if (session.revoked_at) return { kind: 'revoked' };
    const renewed = { ...session, expires_at: inSeconds(seconds), last_seen_at: now };
    this.#sessions.set(session.id, renewed);
    const opened = { sessionId: session.id, refreshToken: this.#token(renewed) };
    return { kind: 'rotated', userId: session.user_id, session: opened };
  }

  /** Revokes sessions of a user; returns how many. */
  revoke({ userId, only, except }: SessionChoice): number {
    const chosen = this.#of(userId).filter(({ id, revoked_at: revoked }) => {
      return revoked === null && id === (only ?? id) && id !== except;
    });
    const now = new Date();
    for (const session of chosen) this.#sessions.set(session.id, { ...session, revoked_at: now });
    return chosen.length;
  }

  /** The open sessions of a user, last used first. */
  ofUser(userId: string): readonly SessionRow[] {
    const now = new Date();
    return this.#of(userId)
      .filter(({ revoked_at: revoked, expires_at: end }) => revoked === null && end > now)
      .sort((one, other) => other.last_seen_at.getTime() - one.last_seen_at.getTime());
  }

  touch(session: SessionRow): void {
    this.#sessions.set(session.id, { ...session, last_seen_at: new Date() });
  }

  /** Forgets everything of a user who was deleted. */
  forget(userId: string): void {
    const gone = new Set(this.#of(userId).map(({ id }) => id));
    for (const id of gone) this.#sessions.delete(id);
    for (const [hash, { session_id: id }] of this.#refresh) if (gone.has(id)) this.#refresh.delete(hash);
  }

  #of(userId: string): SessionRow[] {
    return [...this.#sessions.values()].filter((session) => session.user_id === userId);
  }

  #token({ id, expires_at: expires }: SessionRow): string {
    const { token, hash } = newToken();
    this.#refresh.set(hash, { hash, session_id: id, expires_at: expires, used_at: null });
    return token;
  }
}
