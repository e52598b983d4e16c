import { IDENTITY_HEADER } from '@officina/shared/identity/identity';
import type { ServiceEnv } from '@officina/shared/identity/guards';
import { outgoingTraceHeaders } from '@officina/shared/middleware/traceContext';
import { Problem, unavailable } from '@officina/shared/problems/problem';
import { reasonOf } from '@officina/shared/problems/reason';
import type { Context } from 'hono';
import { proxy } from 'hono/proxy';

import type { Upstream } from './upstreams';

/** Where a request goes, and in whose name. */
export interface Forwarding {
  readonly upstream: Upstream;
  readonly identityToken: string | undefined;
  readonly timeoutMs: number;
  /** The network address of the client. */
  readonly address: string;
  readonly fetch: typeof fetch;
}

// Named by the client, these would be lies to the service: the gateway alone may set them.
const GATEWAY_ONLY = [IDENTITY_HEADER, 'authorization', 'forwarded', 'x-forwarded-for', 'host'];
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
];

function forwardedHeaders(c: Context<ServiceEnv>, { identityToken, address }: Forwarding): Headers {
  const headers = new Headers(c.req.raw.headers);
  for (const name of [...GATEWAY_ONLY, ...HOP_BY_HOP]) headers.delete(name);
  headers.set('x-forwarded-for', address);
  headers.set('x-request-id', c.var.requestId);
  for (const [name, value] of Object.entries(outgoingTraceHeaders())) headers.set(name, value);
  if (identityToken !== undefined) headers.set(IDENTITY_HEADER, identityToken);
  return headers;
}

function failure(c: Context, { upstream, timeoutMs }: Forwarding, error: unknown): Problem {
  if (c.req.raw.signal.aborted) {
    const kind = { status: 400, code: 'client-closed' } as const;
    return new Problem(kind, 'The client went away before the answer came.', { cause: error });
  }
  const late = error instanceof DOMException && error.name === 'TimeoutError';
  const reason = late ? `no answer within ${timeoutMs} ms` : reasonOf(error);
  return unavailable(upstream.service, reason, error);
}

/** Passes a request on and its answer back; both bodies are streamed. */
export async function forward(c: Context<ServiceEnv>, forwarding: Forwarding): Promise<Response> {
  const { upstream, timeoutMs } = forwarding;
  const { pathname, search } = new URL(c.req.url);
  const limit = new AbortController();
  const timer = setTimeout(
    () => limit.abort(new DOMException('The upstream is late.', 'TimeoutError')),
    timeoutMs,
  );
  try {
    const response = await proxy(`${upstream.url}${pathname}${search}`, {
      raw: c.req.raw,
      headers: forwardedHeaders(c, forwarding),
      signal: AbortSignal.any([c.req.raw.signal, limit.signal]),
      redirect: 'manual',
      customFetch: (request) => forwarding.fetch(request),
    });
    response.headers.set('x-served-by', upstream.service);
    return response;
  } catch (error) {
    throw failure(c, forwarding, error);
  } finally {
    // The limit is for the first byte; a stream may then last as long as it likes.
    clearTimeout(timer);
  }
}
