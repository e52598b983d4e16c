import { STATUS_CODES } from 'node:http';

/** What a stand-in has to say for itself. */
export interface OwnProblem {
  readonly service: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** A problem (RFC 9457) as an answer. */
export function problemAnswer({ service, status, code, detail }: OwnProblem): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, detail, code, service };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}

/** The answer where a mock has no handler. */
export function noHandler(service: string, method: string, path: string): Response {
  const detail = `The mock of ${service} has no handler for ${method} ${path}.`;
  return problemAnswer({ service, status: 404, code: 'no-handler', detail });
}
