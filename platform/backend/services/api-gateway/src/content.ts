import { corsOptions } from '@officina/shared/config/security';
import { Problem } from '@officina/shared/problems/problem';
import type { ServiceIdentity } from '@officina/shared/service/health';
import type { ServiceContent } from '@officina/shared/service/start';
import { cors } from 'hono/cors';

import { forward } from './forward';
import { limitRate } from './rateLimit';
import type { AddressOf } from './rateLimit';
import { readinessOfAll } from './readiness';
import type { GatewaySettings } from './settings';
import { identityCheck } from './signedIn';
import { isPublic, upstreamFor, upstreamsOf } from './upstreams';

const BODY_LIMIT = 12 * 1_048_576;

/** What the gateway stands on. */
export interface GatewayGround {
  readonly settings: GatewaySettings;
  readonly who: ServiceIdentity;
  readonly addressOf: AddressOf;
  /** Sends what goes to the services behind it. */
  readonly fetch: typeof fetch;
}

/** What the gateway consists of; it keeps nothing. */
export function gatewayContent({ settings, who, addressOf, fetch }: GatewayGround): ServiceContent {
  const upstreams = upstreamsOf(settings);
  const identityTokenOf = identityCheck(settings, { self: who.service, fetch });
  return {
    entry: [cors(corsOptions(settings.CORS_ORIGINS))],
    resourcePolicy: 'cross-origin',
    bodyLimit: BODY_LIMIT,
    addRoutes: (api) => {
      api.get('/health/ready/all', async (c) => {
        const services = await readinessOfAll(upstreams, fetch);
        const ready = Object.values(services).every(({ status }) => status === 'ready');
        const status = ready ? 'ready' : 'not ready';
        return c.json({ status, ...who, services }, ready ? 200 : 503);
      });
      api.use('/api/*', limitRate(settings.RATE_LIMIT, addressOf));
      api.all('/api/*', async (c) => {
        // The normal form, so that `..` cannot lead from an open path to another one.
        const { pathname } = new URL(c.req.url);
        const upstream = upstreamFor(upstreams, pathname);
        if (!upstream) {
          const detail = `The API has no area at ${pathname}.`;
          throw new Problem({ status: 404, code: 'no-route' }, detail);
        }
        const open = isPublic(c.req.method, pathname);
        const identityToken = open ? undefined : await identityTokenOf(c);
        const timeoutMs = settings.UPSTREAM_TIMEOUT_MS;
        return forward(c, { upstream, identityToken, timeoutMs, address: addressOf(c), fetch });
      });
    },
  };
}
