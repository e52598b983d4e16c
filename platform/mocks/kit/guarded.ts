import { requestIdOf } from '@officina/shared/middleware/requestId';
import { helmetHeaders } from '@officina/shared/middleware/securityHeaders';
import { childTrace, incomingTrace, runInTrace, traceparent } from '@officina/shared/middleware/traceContext';
import { noRoute, problemAnswer, tooLarge, unexpected } from '@officina/shared/problems/answer';
import { Problem } from '@officina/shared/problems/problem';
import type { Callers } from './callers';

const MEBIBYTE = 1_048_576;

const LONGEST_REST_MS = 2_000;

// Whoever is answered while still sending may see a broken connection in place of the answer.
async function discard({ body }: Request): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_REST_MS);
  await body?.pipeTo(new WritableStream(), { signal }).catch(() => undefined);
}

/** What a guarded handler is called with, by openapi-msw. */
export interface Asked<R extends Response = Response> {
  readonly request: Request;
  readonly response: { untyped(response: Response): R };
}

/** Of which service the guarded handlers are. */
export interface GuardOptions {
  readonly service: string;
  /** The largest request body in bytes; 1 MiB when nothing is said. */
  readonly bodyLimit?: number;
  /** What the service asks of every caller before it looks for a route; a caller is refused by what it throws. */
  admit?(request: Request, callers: Callers): Promise<void>;
  /** Told of what a handler throws that is no {@link Problem}; it is answered with 500. */
  failed(error: unknown): void;
}

/** Makes the wrapper of a mock's handlers and the handler of what there is no other for. */
export function guardian(options: GuardOptions, callers: Callers) {
  const { service, bodyLimit = MEBIBYTE, failed } = options;
  const security = helmetHeaders({ resourcePolicy: 'same-origin' });
  const refusal = (error: unknown): Response => {
    if (!(error instanceof Problem)) failed(error);
    const problem = error instanceof Problem ? error : unexpected(service, error);
    const { body, headers } = problemAnswer(service, problem);
    return new Response(body, { status: problem.status, headers });
  };
  const guard = async <R extends Response>(request: Request, work: () => Promise<R> | R): Promise<R | Response> => {
    const trace = childTrace(incomingTrace((name) => request.headers.get(name) ?? undefined));
    const run = async () => {
      await callers.any(request);
      if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) {
        await discard(request);
        throw tooLarge(bodyLimit);
      }
      await options.admit?.(request, callers);
      return work();
    };
    const answer = await runInTrace(trace, () => run().catch(refusal));
    for (const [name, value] of security) answer.headers.set(name, value);
    answer.headers.set('traceparent', traceparent(trace));
    answer.headers.set('x-request-id', requestIdOf(request.headers.get('x-request-id') ?? undefined));
    return answer;
  };
  return {
    guarded:
      <I extends Asked, R extends ReturnType<I['response']['untyped']>>(work: (info: I) => Promise<R> | R) =>
      async (info: I) =>
        info.response.untyped(await guard(info.request, () => work(info))) as R,
    nothingElse: ({ request }: { readonly request: Request }) =>
      guard(request, () => {
        throw noRoute(service, { method: request.method, path: new URL(request.url).pathname });
      }),
  };
}
