import { field } from '../data/field';

/** Which services took part in a trace. */
export interface TraceServices {
  readonly trace: string;
  readonly service: string;
}

/**
 * The trace ids and service names in an OTLP/HTTP request body (JSON): all that is needed to know
 * whom a request went through. A body that is no such request gives nothing.
 *
 * Form: opentelemetry-proto, `ExportTraceServiceRequest`.
 */
export function servicesOfSpans(body: unknown): readonly TraceServices[] {
  return list(field(body, 'resourceSpans')).flatMap((resource) => {
    const service = serviceName(field(field(resource, 'resource'), 'attributes'));
    if (!service) return [];
    const spans = list(field(resource, 'scopeSpans')).flatMap((scope) => list(field(scope, 'spans')));
    const traces = new Set(spans.map((span) => field(span, 'traceId')).filter((id) => typeof id === 'string'));
    return [...traces].map((trace) => ({ trace, service }));
  });
}

function serviceName(attributes: unknown): string | undefined {
  const found = list(attributes).find((attribute) => field(attribute, 'key') === 'service.name');
  const value = field(field(found, 'value'), 'stringValue');
  return typeof value === 'string' ? value : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
