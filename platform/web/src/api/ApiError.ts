/** A field that the server did not accept. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
  /** The rule that was broken, of fields that have several. */
  readonly rule?: string;
}

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly service?: string;
  readonly errors: readonly FieldProblem[];
}

/** Why a call to the API did not succeed, with everything the app can tell the user about it. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    problem: Problem,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(problem.detail, { cause: options.cause });
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = options.retryAfter;
  }

  get code(): string {
    return this.problem.code;
  }

  /** The service cannot be reached or does not work now: trying again is the right advice. */
  get unavailable(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** The error of a call that got no answer at all. */
export function unreachable(cause: unknown): ApiError {
  const detail = 'The server did not answer. Check your connection and try again.';
  return new ApiError(0, { code: 'unreachable', detail, errors: [] }, { cause });
}

/** Any thrown value as an ApiError; one that is none is an error of the app itself. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiError(400, { code: 'app-error', detail, errors: [] }, { cause: error });
}

/** The error that a response with a status outside 2xx stands for. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const options = Number.isFinite(seconds) ? { retryAfter: seconds } : {};
  return new ApiError(response.status, problemOf(body, response), options);
}

function problemOf(body: unknown, response: Response): Problem {
  const fields: Readonly<Record<string, unknown>> = isRecord(body) ? body : {};
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' ? value : undefined;
  };
  const service = text('service');
  return {
    code: text('code') ?? `http-${response.status}`,
    detail: text('detail') ?? text('title') ?? `The server answered ${response.status}.`,
    ...(service === undefined ? {} : { service }),
    errors: Array.isArray(fields['errors']) ? fields['errors'].filter(isFieldProblem) : [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  if (!isRecord(value)) return false;
  const { path, message, rule } = value;
  const texts = typeof path === 'string' && typeof message === 'string';
  return texts && (rule === undefined || typeof rule === 'string');
}
