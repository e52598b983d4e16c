import { randomUUID } from 'node:crypto';

import { createMiddleware } from 'hono/factory';

import type { ServiceEnv } from '../identity/guards';
import { loggablePath } from '../logging/logger';
import type { RequestLogger } from '../logging/logger';

/** Logs each request once, with its outcome; health questions only at level debug. */
export function logRequests(log: RequestLogger) {
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

/** Gives every request an id, the caller's own when it is harmless, and every answer the same. */
export const requestId = createMiddleware<ServiceEnv>(async (c, next) => {
  const given = c.req.header('x-request-id');
  const id = given && REQUEST_ID.test(given) ? given : randomUUID();
  c.set('requestId', id);
  await next();
  c.res.headers.set('x-request-id', id);
});
