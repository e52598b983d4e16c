import { Problem } from '@officina/shared/problems/problem';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { rateLimiter } from 'hono-rate-limiter';

import type { GatewaySettings } from './settings';

const WINDOW_MS = 60_000;

/** Reads the network address of the client. */
export type AddressOf = (c: Context) => string;

/** Limits the requests a minute of each client; configured `off`, it lets everything pass. */
export function limitRate(limit: GatewaySettings['RATE_LIMIT'], addressOf: AddressOf) {
  if (limit === 'off') return createMiddleware((_, next) => next());
  return rateLimiter({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-7',
    keyGenerator: addressOf,
    handler: (c) => {
      const seconds = Number(c.res.headers.get('retry-after')) || WINDOW_MS / 1000;
      const detail = `More than ${limit} requests a minute. Try again in ${seconds} seconds.`;
      throw new Problem({ status: 429, code: 'too-many-requests' }, detail, {
        retryAfterSeconds: seconds,
      });
    },
  });
}
