import { readCaller } from '../identity/guards';
import { identityTokens } from '../identity/token';
import type { RequestLogger } from '../logging/logger';
import { logRequests, requestId } from '../middleware/requestLog';
import { securityHeaders } from '../middleware/securityHeaders';
import { traceRequests } from '../middleware/tracing';
import type { Tracing } from '../middleware/tracing';
import { noRoute } from '../problems/answer';
import { unavailable } from '../problems/problem';
import { problemHandler, problemResponse } from '../problems/respond';
import { createApi, limitBody } from './api';
import type { Api } from './api';
import { addHealth } from './health';
import type { ServiceIdentity } from './health';
import type { Parts } from './part';
import type { ServiceContent } from './start';

const MEBIBYTE = 1_048_576;

/** What {@link buildApp} puts together. */
export interface AppParts {
  readonly who: ServiceIdentity;
  readonly log: RequestLogger;
  readonly tracing: Tracing;
  readonly content: ServiceContent;
}

function refuseWhileBlocked(api: Api, service: string, parts: Parts): void {
  api.use(async (_, next) => {
    for (const [name, part] of Object.entries(parts)) {
      const reason = part.blocked();
      if (reason !== undefined) throw unavailable(service, `${name}: ${reason}`);
    }
    await next();
  });
}

/** Puts a service's HTTP side together: what all services share first, then its own routes. */
export function buildApp({ who, log, tracing, content }: AppParts): Api {
  const api = createApi();
  const parts = content.parts ?? {};
  api.onError(problemHandler(who.service, log));
  api.notFound((c) => {
    return problemResponse(c, who.service, noRoute(who.service, c.req));
  });
  api.use(traceRequests(tracing), logRequests(log), requestId, ...(content.entry ?? []));
  api.use(securityHeaders({ resourcePolicy: content.resourcePolicy ?? 'same-origin' }));
  addHealth(api, who, parts);
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: who.service, version: who.version },
  });
  refuseWhileBlocked(api, who.service, parts);
  if (content.internalKey !== undefined) {
    api.use(readCaller(identityTokens(content.internalKey)));
  }
  api.use(limitBody(content.bodyLimit ?? MEBIBYTE));
  content.addRoutes(api);
  return api;
}
