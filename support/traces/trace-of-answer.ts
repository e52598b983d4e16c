const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The id of the trace that an answer belongs to, where the service tells it in `traceparent`
 * (W3C Trace Context); `undefined` where it does not.
 *
 * Read from the answer, because a header of our own on every request would make cross-origin calls
 * ask for permission first, and a route to add it costs milliseconds a request.
 */
export function traceOfAnswer(headers: Readonly<Record<string, string>>): string | undefined {
  return TRACEPARENT.exec(headers.traceparent ?? '')?.[1];
}
