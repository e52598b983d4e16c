import { getResponse } from './msw';
import type { MockHandler } from './mock-http';

/** What became of a request that handlers were asked for. */
export type MockAnswer =
  | { readonly kind: 'answer'; readonly response: Response }
  /** `HttpResponse.error()`: the connection breaks. */
  | { readonly kind: 'broken' }
  /** `passthrough()`: the real one is to answer. */
  | { readonly kind: 'passed-on' }
  /** No handler is for it, or those that are gave nothing. */
  | { readonly kind: 'unhandled' };

/**
 * Asks the handlers, the first that matches answers. Paths without an origin are below `baseUrl`. A `Response` that one throws is its answer.
 *
 * @throws whatever else a handler throws.
 */
export async function answerWith(handlers: readonly MockHandler[], request: Request, baseUrl?: string): Promise<MockAnswer> {
  const response = await getResponse([...handlers], request, { baseUrl }).catch((error: unknown) => {
    if (error instanceof Response) return error;
    throw error;
  });
  if (!response) return { kind: 'unhandled' };
  if (response.type === 'error') return { kind: 'broken' };
  if (response.headers.get('x-msw-intention') === 'passthrough') return { kind: 'passed-on' };
  return { kind: 'answer', response };
}
