import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

import { isConnectionError } from '../database/errors';
import type { RequestLogger } from '../logging/logger';
import { problemAnswer, unexpected } from './answer';
import { Problem, unavailable } from './problem';
import { reasonOf } from './reason';

/** Answers with a problem in `application/problem+json`. */
export function problemResponse(c: Context, service: string, problem: Problem): Response {
  const { body, headers } = problemAnswer(service, problem);
  return c.body(body, problem.status, headers);
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
export function problemHandler(service: string, log: RequestLogger) {
  return (error: unknown, c: Context): Response => {
    const problem = asProblem(error, service);
    if (!problem) {
      log.error({ err: error, method: c.req.method }, 'request failed unexpectedly');
      return problemResponse(c, service, unexpected(service, error));
    }
    if (problem.status >= 500) log.warn({ code: problem.code, reason: problem.message }, 'problem');
    return problemResponse(c, service, problem);
  };
}
