import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** One fault of an input. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
  readonly rule?: string;
}

/** What a problem may carry besides its code, status and detail. */
export interface ProblemExtras {
  readonly cause?: unknown;
  readonly errors?: readonly FieldError[];
  /** The service that is at fault when it is not the one that answers. */
  readonly service?: string;
  readonly retryAfterSeconds?: number;
}

/** What went wrong, with its HTTP status. */
export interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly code: string;
}

/** An expected failure; it becomes an RFC 9457 answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly extras: ProblemExtras;

  constructor(kind: ProblemKind, detail: string, extras: ProblemExtras = {}) {
    super(detail, { cause: extras.cause });
    this.status = kind.status;
    this.code = kind.code;
    this.extras = extras;
  }
}

/** The problem of a resource that is not there, or belongs to another account. */
export function notFound(what: string): Problem {
  return new Problem({ status: 404, code: 'not-found' }, `There is no such ${what}.`);
}

/** The kind of problem of a service that cannot do its work now. */
export const UNAVAILABLE = { status: 503, code: 'service-unavailable' } as const;

/** The problem of a service that cannot do its work now. */
export function unavailable(service: string, reason: string, cause?: unknown): Problem {
  const detail = `${service} is not available: ${reason}. Try again in a moment.`;
  return new Problem(UNAVAILABLE, detail, { cause, service, retryAfterSeconds: 2 });
}
