/** The device a session was opened on. */
export interface Device {
  readonly userAgent: string;
  readonly ip: string;
}

/** A session that was just opened or renewed. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
}

/** What became of a refresh token. */
export type Rotation =
  | { readonly kind: 'rotated'; readonly userId: string; readonly session: OpenedSession }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'reused'; readonly sessionId: string; readonly userId: string };

/** Which sessions of a user to revoke; `all` when nothing else is said. */
export interface SessionChoice {
  readonly userId: string;
  readonly only?: string;
  readonly except?: string;
}

/** Whom an event is about. */
export interface Actor {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
}
