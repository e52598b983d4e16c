import type { cors } from 'hono/cors';

/** The options of Hono's CORS middleware, every field of them required here. */
export type CorsOptions = Required<NonNullable<Parameters<typeof cors>[0]>>;

/** CORS options: only the given origins may read an answer, and no cookie is involved. */
export function corsOptions(origins: readonly string[]): CorsOptions {
  return {
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: [
      'authorization',
      'content-type',
      'traceparent',
      'tracestate',
      'baggage',
      'x-request-id',
      'last-event-id',
    ],
    exposeHeaders: [
      'Retry-After',
      'X-Request-Id',
      'traceparent',
      'X-Served-By',
      'Content-Disposition',
    ],
    maxAge: 600,
    credentials: false,
  };
}
