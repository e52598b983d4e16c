import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';

import { Problem } from '../problems/problem';
import { IDENTITY_HEADER } from './identity';
import type { Caller, Identity } from './identity';
import type { Right, Role } from './rights';
import type { IdentityTokens } from './token';

/** What every request of a service knows. */
export interface ServiceEnv {
  Bindings: HttpBindings;
  Variables: { caller: Caller; requestId: string };
}

function problem(status: 401 | 403, code: string, detail: string): Problem {
  return new Problem({ status, code }, detail);
}

/** Reads who calls from the gateway's identity token; a forged or stale one is refused. */
export function readCaller(tokens: IdentityTokens) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    const token = c.req.header(IDENTITY_HEADER);
    const caller = token === undefined ? { kind: 'nobody' as const } : await tokens.read(token);
    if (!caller) {
      throw problem(401, 'identity-invalid', `The header ${IDENTITY_HEADER} is forged or expired.`);
    }
    c.set('caller', caller);
    await next();
  });
}

/** The signed-in user of a request; without one the request ends in 401. */
export function identity(c: Context<ServiceEnv>): Identity {
  const caller = c.var.caller;
  if (caller.kind === 'user') return caller.identity;
  throw problem(401, 'not-signed-in', 'This needs a signed-in user. Sign in and try again.');
}

function refuseWithoutSetUp({ mfaSetupRequired }: Identity): void {
  if (!mfaSetupRequired) return;
  const detail = 'This account demands a second factor. Set it up first.';
  throw problem(403, 'mfa-setup-required', detail);
}

/** Lets only signed-in users pass. */
export const requireUser = createMiddleware<ServiceEnv>(async (c, next) => {
  identity(c);
  await next();
});

/** Lets only users pass who hold the right. */
export function requireRight(right: Right) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    const user = identity(c);
    refuseWithoutSetUp(user);
    if (!user.rights.includes(right)) {
      throw problem(403, 'missing-right', `This needs the right "${right}".`);
    }
    await next();
  });
}

/** Lets only users of one role pass. */
export function requireRole(role: Role) {
  return createMiddleware<ServiceEnv>(async (c, next) => {
    const user = identity(c);
    refuseWithoutSetUp(user);
    if (user.role !== role) {
      throw problem(403, 'missing-right', `This needs the role "${role}".`);
    }
    await next();
  });
}

/** Lets only other services pass. */
export const requireService = createMiddleware<ServiceEnv>(async (c, next) => {
  if (c.var.caller.kind !== 'service') {
    throw problem(403, 'services-only', 'Only services of the platform may call this.');
  }
  await next();
});
