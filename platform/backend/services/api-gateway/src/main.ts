import { corsOptions } from '@officina/shared/config/security';
import { Problem } from '@officina/shared/problems/problem';
import { startService } from '@officina/shared/service/start';
import { cors } from 'hono/cors';

import { name as packageName, version } from '../package.json';
import { forward } from './forward';
import { limitRate } from './rateLimit';
import { readinessOfAll } from './readiness';
import { gatewayEnvironment } from './settings';
import { identityCheck } from './signedIn';
import { isPublic, upstreamFor, upstreamsOf } from './upstreams';

const name = packageName.replace('@officina/', '');
const BODY_LIMIT = 12 * 1_048_576;

startService({
  name,
  version,
  environment: gatewayEnvironment,
  create: ({ settings, who }) => {
    const upstreams = upstreamsOf(settings);
    const identityTokenOf = identityCheck(settings, name);
    return {
      entry: [cors(corsOptions(settings.CORS_ORIGINS))],
      resourcePolicy: 'cross-origin',
      bodyLimit: BODY_LIMIT,
      addRoutes: (api) => {
        api.get('/health/ready/all', async (c) => {
          const services = await readinessOfAll(upstreams);
          const ready = Object.values(services).every(({ status }) => status === 'ready');
          const status = ready ? 'ready' : 'not ready';
          return c.json({ status, ...who, services }, ready ? 200 : 503);
        });
        api.use('/api/*', limitRate(settings.RATE_LIMIT));
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
          return forward(c, { upstream, identityToken, timeoutMs });
        });
      },
    };
  },
});
