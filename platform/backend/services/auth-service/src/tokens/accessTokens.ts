import { createSecretKey } from 'node:crypto';

import { errors, jwtVerify, SignJWT } from 'jose';
import { role } from '@officina/shared/identity/rights';
import { z } from 'zod';

const claimsSchema = z.object({ sub: z.uuid(), acc: z.uuid(), sid: z.uuid(), role });

/** What an access token says. */
export type AccessClaims = z.output<typeof claimsSchema>;

/** What became of reading an access token. */
export type ReadAccess =
  | { readonly kind: 'valid'; readonly claims: AccessClaims }
  | { readonly kind: 'invalid'; readonly reason: 'expired' | 'malformed' };

/** An access token and its end. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Issues and reads access tokens. */
export interface AccessTokens {
  issue(claims: AccessClaims): Promise<AccessToken>;
  read(token: string): Promise<ReadAccess>;
}

/** Makes {@link AccessTokens} of the token secret. */
export function accessTokens(secret: string, lifetimeSeconds: number): AccessTokens {
  const key = createSecretKey(Buffer.from(secret));
  return {
    issue: async (claims) => {
      const expiresAt = new Date((Math.floor(Date.now() / 1000) + lifetimeSeconds) * 1000);
      const token = await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    read: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
        return { kind: 'valid', claims: claimsSchema.parse(payload) };
      } catch (error) {
        const reason = error instanceof errors.JWTExpired ? 'expired' : 'malformed';
        return { kind: 'invalid', reason };
      }
    },
  };
}
