import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** A provider that sends spans to an OTLP collector in batches. */
export function createProvider(service: string, endpoint: string): NodeTracerProvider {
  // The SDK takes the resource's name from here, in every version alike.
  process.env.OTEL_SERVICE_NAME ??= service;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  return new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
}
