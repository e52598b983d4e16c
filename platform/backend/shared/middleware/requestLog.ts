import { createMiddleware } from 'hono/factory';

import type { ServiceEnv } from '../identity/guards';
import { loggablePath } from '../logging/logger';
import type { RequestLogger } from '../logging/logger';
import { requestIdOf } from './requestId';

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

/** Gives every request an id, the caller's own when it is harmless, and every answer the same. */
export const requestId = createMiddleware<ServiceEnv>(async (c, next) => {
  const id = requestIdOf(c.req.header('x-request-id'));
  c.set('requestId', id);
  await next();
  c.res.headers.set('x-request-id', id);
});
