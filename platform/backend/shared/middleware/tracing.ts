import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import type { Span, Tracer } from '@opentelemetry/api';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';

import { childTrace, incomingTrace, runInTrace, traceparent } from './traceContext';
import type { Trace } from './traceContext';

/** Records spans; without an exporter there is none and only the trace context travels. */
export interface Tracing {
  readonly tracer: Tracer | undefined;
  shutdown(): Promise<void>;
}

/** Starts the exporter when an endpoint is configured; its code is loaded only then. */
export async function startTracing(service: string, endpoint?: string): Promise<Tracing> {
  if (!endpoint) return { tracer: undefined, shutdown: () => Promise.resolve() };
  const { createProvider } = await import('./tracingProvider.js');
  const provider = createProvider(service, endpoint);
  return { tracer: provider.getTracer(service), shutdown: () => provider.shutdown() };
}

function startSpan(tracer: Tracer, c: Context, parent: Trace | undefined): Span {
  const remote = parent && {
    traceId: parent.traceId,
    spanId: parent.spanId,
    traceFlags: parent.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  };
  const context = remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT;
  const attributes = { 'http.request.method': c.req.method };
  return tracer.startSpan(c.req.method, { kind: SpanKind.SERVER, attributes }, context);
}

function spanTrace(span: Span, parent: Trace | undefined): Trace {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const sampled = (traceFlags & TraceFlags.SAMPLED) === TraceFlags.SAMPLED;
  return { ...parent, traceId, spanId, sampled };
}

function endSpan(span: Span, c: Context): void {
  // The pattern, not the address: addresses hold ids and invitation tokens.
  const route = routePath(c, -1);
  span.updateName(`${c.req.method} ${route}`);
  span.setAttributes({ 'http.route': route, 'http.response.status_code': c.res.status });
  if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Continues the caller's trace, or begins one, for everything that a request does. */
export function traceRequests({ tracer }: Tracing) {
  return createMiddleware(async (c, next) => {
    const parent = incomingTrace((name) => c.req.header(name));
    const span = tracer && startSpan(tracer, c, parent);
    const own = span ? spanTrace(span, parent) : childTrace(parent);
    await runInTrace(own, next);
    c.header('traceparent', traceparent(own));
    if (span) endSpan(span, c);
  });
}
