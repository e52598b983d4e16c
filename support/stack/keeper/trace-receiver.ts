import http from 'node:http';
import { json } from 'node:stream/consumers';
import { servicesOfSpans, type TraceServices } from '../../traces/spans';
import { listenOnLoopback } from './listen-on-loopback';

/** A receiver of spans over OTLP/HTTP (JSON) on a free loopback port. */
export interface TraceReceiver {
  readonly url: string;
  close(): void;
}

/** Takes the services' spans and tells which services took part in which traces. */
export async function receiveTraces(
  tell: (found: readonly TraceServices[]) => void,
): Promise<TraceReceiver> {
  const server = http.createServer((request, response) => {
    void json(request)
      .then((body) => tell(servicesOfSpans(body)))
      .catch(() => undefined)
      .then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  return { url: await listenOnLoopback(server), close: () => server.close() };
}

/**
 * The variables by which OpenTelemetry's SDKs send spans there, twice a second: the default of five
 * seconds is longer than most tests.
 */
export function traceVariables(url: string): Readonly<Record<string, string>> {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '500',
  };
}
