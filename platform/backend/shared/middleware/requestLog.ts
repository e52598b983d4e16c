import { randomUUID } from 'node:crypto';

import { createMiddleware } from 'hono/factory';

import { loggablePath } from '../logging/logger';
import type { Logger } from '../logging/logger';

/** Logs each request once, with its outcome; health questions only at level debug. */
export function logRequests(log: Logger) {
  return createMiddleware(async (c, next) => {
    const started = performance.now();
    await next();
    const line = {
      method: c.req.method,
      path: loggablePath(c.req.path),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (c.req.path.startsWith('/health/')) log.debug(line, 'request');
    else log.info(line, 'request');
  });
}

const REQUEST_ID = /^[\w.-]{1,128}$/;

/** Gives every answer an `X-Request-Id`: the caller's own when it is harmless, else a new one. */
export const requestId = createMiddleware(async (c, next) => {
  const given = c.req.header('x-request-id');
  await next();
  c.res.headers.set('x-request-id', given && REQUEST_ID.test(given) ? given : randomUUID());
});
