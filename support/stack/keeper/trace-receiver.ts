import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { appendTraces } from '../../traces/trace-file';
import { servicesOfSpans } from '../../traces/spans';

/** A receiver of spans over OTLP/HTTP (JSON) on a free loopback port. */
export interface TraceReceiver {
  readonly url: string;
  close(): void;
}

/** Takes the spans of the run's services and notes which services took part in which traces. */
export async function receiveTraces(logs: string): Promise<TraceReceiver> {
  const server = http.createServer((request, response) => {
    void json(request)
      .then((body) => appendTraces(logs, servicesOfSpans(body)))
      .catch(() => undefined)
      .then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
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
