import { SSEStreamingApi } from 'hono/streaming';

/** What goes into a stream of events. */
export interface EventStreamOptions {
  /** Writes events until there are to be no more; `stream.aborted` says that the reader has gone. */
  write(stream: SSEStreamingApi): Promise<void>;
  /** Told why the stream ended before its time; its reader only sees that it ends. */
  brokeOff(reason: unknown): void;
}

/**
 * Answers with server-sent events, in the form and with the stream of the services.
 *
 * @example
 * eventStream({ write: (stream) => stream.writeSSE({ event: 'heartbeat', data: '{}' }), brokeOff: log });
 */
export function eventStream({ write, brokeOff }: EventStreamOptions): Response {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stream = new SSEStreamingApi(writable, readable);
  void write(stream).catch(brokeOff).finally(() => stream.close());
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' };
  return new Response(stream.responseReadable, { headers });
}
