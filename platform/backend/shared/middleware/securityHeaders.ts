import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import helmet from 'helmet';
import { createMiddleware } from 'hono/factory';

/** Who may embed an answer: services serve peers, the gateway an app on another origin. */
export interface SecurityHeaderOptions {
  readonly resourcePolicy: 'same-origin' | 'cross-origin';
}

/** Helmet's headers by name. */
export function helmetHeaders(options: SecurityHeaderOptions): ReadonlyMap<string, string> {
  // Helmet writes on Node's response; its headers never change, so one unused response collects them.
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: options.resourcePolicy },
    referrerPolicy: { policy: 'no-referrer' },
  });
  write(request, response, (error?: unknown) => {
    if (error) throw new Error('The security headers could not be built.', { cause: error });
  });
  const headers = Object.entries(response.getHeaders());
  return new Map(headers.map(([name, value]) => [name, String(value)]));
}

/** Adds helmet's headers to every answer. */
export function securityHeaders(options: SecurityHeaderOptions) {
  const headers = helmetHeaders(options);
  return createMiddleware(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
  });
}
