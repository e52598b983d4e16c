import { createHash, randomBytes } from 'node:crypto';

/** A random token that says nothing; only its hash is ever stored. */
export interface OpaqueToken {
  readonly token: string;
  readonly hash: string;
}

/** The stored form of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Makes a new {@link OpaqueToken} of 256 random bits. */
export function newToken(): OpaqueToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}
