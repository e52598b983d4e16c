import { serviceClient } from '@officina/shared/client/serviceClient';
import { identitySchema } from '@officina/shared/identity/identity';
import { identityTokens } from '@officina/shared/identity/token';
import { Problem } from '@officina/shared/problems/problem';
import type { Context } from 'hono';
import { z } from 'zod';

import type { GatewaySettings } from './settings';

const introspection = z.discriminatedUnion('active', [
  z.object({ active: z.literal(true), identity: identitySchema }),
  z.object({ active: z.literal(false), reason: z.string() }),
]);

function notSignedIn(reason: string): Problem {
  const detail = `You are not signed in: ${reason}. Sign in and try again.`;
  return new Problem({ status: 401, code: 'not-signed-in' }, detail);
}

/** Who asks auth-service, and by what. */
export interface CheckOptions {
  readonly self: string;
  /** Node's own when nothing is said. */
  readonly fetch?: typeof fetch;
}

/** Asks auth-service whom a request's token stands for; returns the identity token for services. */
export function identityCheck(settings: GatewaySettings, { self, fetch }: CheckOptions) {
  const tokens = identityTokens(settings.INTERNAL_KEY);
  const auth = serviceClient({
    self,
    peer: 'auth-service',
    url: settings.AUTH_URL,
    internalKey: settings.INTERNAL_KEY,
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    fetch,
  });
  return async (c: Context): Promise<string> => {
    const token = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined) throw notSignedIn('the request has no bearer token');
    // Asked on every request, so that a lost right or an ended session holds at once.
    const found = await auth.call({
      method: 'POST',
      path: '/internal/introspect',
      body: { token },
      answer: introspection,
    });
    if (!found.active) throw notSignedIn(found.reason);
    return tokens.forUser(found.identity);
  };
}
