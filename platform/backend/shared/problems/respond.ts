import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { STATUS_CODES } from 'node:http';
import type { ZodError } from 'zod';

import { isConnectionError } from '../database/errors';
import type { Logger } from '../logging/logger';
import { Problem, unavailable } from './problem';
import { reasonOf } from './reason';

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

/** Answers with a problem in `application/problem+json`. */
export function problemResponse(c: Context, service: string, problem: Problem): Response {
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
  return c.body(JSON.stringify(body), problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
  });
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

function asProblem(error: unknown, service: string): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    const code = error.status === 413 ? 'too-large' : 'bad-request';
    return new Problem({ status: error.status === 413 ? 413 : 400, code }, error.message, {
      cause: error,
    });
  }
  if (isConnectionError(error)) return unavailable(service, `database: ${reasonOf(error)}`, error);
  return undefined;
}

/** Turns whatever a request threw into an answer; only the unexpected is logged as an error. */
export function problemHandler(service: string, log: Logger) {
  return (error: unknown, c: Context): Response => {
    const problem = asProblem(error, service);
    if (!problem) {
      log.error({ err: error, method: c.req.method }, 'request failed unexpectedly');
      const detail = `${service} failed on this request; its log has the reason.`;
      const kind = { status: 500, code: 'internal-error' } as const;
      return problemResponse(c, service, new Problem(kind, detail, { cause: error }));
    }
    if (problem.status >= 500) log.warn({ code: problem.code, reason: problem.message }, 'problem');
    return problemResponse(c, service, problem);
  };
}
