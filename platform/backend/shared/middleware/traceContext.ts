import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Where a request stands in its W3C trace. */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
  readonly sampled: boolean;
  readonly tracestate?: string;
  readonly baggage?: string;
}

const TRACEPARENT =
  /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-.*)?$/;
const storage = new AsyncLocalStorage<Trace>();

/** The trace of the running request, if there is one. */
export function currentTrace(): Trace | undefined {
  return storage.getStore();
}

/** Runs work inside a trace. */
export function runInTrace<T>(trace: Trace, work: () => T): T {
  return storage.run(trace, work);
}

/** Reads `traceparent` and its companions from incoming headers; a malformed one is ignored. */
export function incomingTrace(header: (name: string) => string | undefined): Trace | undefined {
  const match = TRACEPARENT.exec(header('traceparent') ?? '');
  const [, traceId, spanId, flags] = match ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return {
    traceId,
    spanId,
    sampled: (Number.parseInt(flags, 16) & 1) === 1,
    tracestate: header('tracestate'),
    baggage: header('baggage'),
  };
}

/** The next step of a trace, or the first one of a new trace. */
export function childTrace(parent: Trace | undefined): Trace {
  const spanId = randomBytes(8).toString('hex');
  return parent
    ? { ...parent, spanId }
    : { traceId: randomBytes(16).toString('hex'), spanId, sampled: true };
}

/** The `traceparent` value of a trace. */
export function traceparent(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
}

/** Headers that carry the running request's trace to the next service. */
export function outgoingTraceHeaders(): Record<string, string> {
  const trace = currentTrace();
  if (!trace) return {};
  return {
    traceparent: traceparent(trace),
    ...(trace.tracestate ? { tracestate: trace.tracestate } : {}),
    ...(trace.baggage ? { baggage: trace.baggage } : {}),
  };
}
