import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';

import { callerBy, holding, inRole, peerName, signedIn } from './checks';
import { IDENTITY_HEADER } from './identity';
import type { Caller, Identity } from './identity';
import type { Right, Role } from './rights';
import type { IdentityTokens } from './token';

/** What every request of a service knows. */
export interface ServiceEnv {
  /** Nothing where no server of Node's own took the request. */
  Bindings: Partial<HttpBindings>;
  Variables: { caller: Caller; requestId: string };
}

/** Reads who calls from the gateway's identity token; a forged or stale one is refused. */
export function readCaller(tokens: IdentityTokens) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    c.set('caller', await callerBy(tokens, c.req.header(IDENTITY_HEADER)));
    await next();
  });
}

/** The signed-in user of a request; without one the request ends in 401. */
export function identity(c: Context<ServiceEnv>): Identity {
  return signedIn(c.var.caller);
}

/** Lets only callers pass that a check does not refuse. */
function requireThat(check: (caller: Caller) => unknown) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    check(c.var.caller);
    await next();
  });
}

/** Lets only signed-in users pass. */
export const requireUser = requireThat(signedIn);

/** Lets only users pass who hold the right. */
export function requireRight(right: Right) {
  return requireThat((caller) => holding(caller, right));
}

/** Lets only users of one role pass. */
export function requireRole(role: Role) {
  return requireThat((caller) => inRole(caller, role));
}

/** Lets only other services pass. */
export const requireService = requireThat(peerName);
