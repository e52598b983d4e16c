import { STATUS_CODES } from 'node:http';
import type { ZodError } from 'zod';

import { Problem } from './problem';

/** The body of a problem answer (RFC 9457). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly service: string;
  readonly errors?: readonly { path: string; message: string }[];
}

/** What a problem is answered with, in `application/problem+json`; `service` is the one that answers. */
export function problemAnswer(service: string, problem: Problem) {
  const body: ProblemBody = {
    type: `https://officina.example/problems/${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Problem',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    service: problem.extras.service ?? service,
    ...(problem.extras.errors ? { errors: problem.extras.errors } : {}),
  };
  const wait = problem.extras.retryAfterSeconds;
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
  };
  return { body: JSON.stringify(body), headers };
}

/** The problem of an input that does not fit its schema. */
export function invalidInput(error: ZodError): Problem {
  const errors = error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  const fields = errors.map(({ path, message }) => `${path || 'body'}: ${message}`).join('; ');
  return new Problem({ status: 422, code: 'invalid-input' }, `The input is not valid. ${fields}`, {
    errors,
  });
}

/** The problem of a request that failed for a reason nobody thought of. */
export function unexpected(service: string, cause: unknown): Problem {
  const detail = `${service} failed on this request; its log has the reason.`;
  return new Problem({ status: 500, code: 'internal-error' }, detail, { cause });
}

/** The problem of an address behind which the service has nothing. */
export function noRoute(service: string, { method, path }: { readonly method: string; readonly path: string }): Problem {
  return new Problem({ status: 404, code: 'no-route' }, `${service} has nothing at ${method} ${path}.`);
}

/** The problem of a body above so many bytes. */
export function tooLarge(bytes: number): Problem {
  return new Problem({ status: 413, code: 'too-large' }, `The body is above ${bytes} bytes.`);
}
