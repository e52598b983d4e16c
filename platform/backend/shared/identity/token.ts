import { createSecretKey } from 'node:crypto';

import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

import { identitySchema } from './identity';
import type { Caller, Identity } from './identity';

const LIFETIME_SECONDS = 60;
const serviceClaims = z.object({ service: z.string().min(1) });

/** Signs and reads the short-lived identity tokens that services trust among themselves. */
export interface IdentityTokens {
  forUser(identity: Identity): Promise<string>;
  forService(service: string): Promise<string>;
  read(token: string): Promise<Caller | undefined>;
}

/** Makes {@link IdentityTokens} of the platform's internal key. */
export function identityTokens(internalKey: string): IdentityTokens {
  const key = createSecretKey(Buffer.from(internalKey));
  const sign = (claims: Readonly<Record<string, unknown>>): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(key);
  return {
    forUser: (identity) => sign(identity),
    forService: (service) => sign({ service }),
    read: async (token) => {
      const claims = await jwtVerify(token, key, { algorithms: ['HS256'] }).catch(() => undefined);
      const user = identitySchema.safeParse(claims?.payload);
      if (user.success) return { kind: 'user', identity: user.data };
      const service = serviceClaims.safeParse(claims?.payload);
      return service.success ? { kind: 'service', service: service.data.service } : undefined;
    },
  };
}
