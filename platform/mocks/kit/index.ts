import { callersBy } from './callers';
import { guardian } from './guarded';
import type { GuardOptions } from './guarded';

export { byText, contains, page } from './lists';
export { bodyOf, formOf, headersOf, paramsOf, queryOf } from './inputs';
export type { Callers } from './callers';

/** What a mock's kit is made of. */
export interface MockKitOptions extends GuardOptions {
  /** The key that signs who calls: `INTERNAL_KEY` of the service's environment. */
  readonly internalKey: string;
}

/**
 * What the handlers of every mock stand on. They do what the services do around each of their routes: read
 * who calls, refuse bodies that are too large, answer what is thrown as a problem, carry the trace on, set
 * the headers. The rest is each handler's own.
 *
 * @example
 * const { callers, guarded, nothingElse } = mockKit({ service, internalKey, failed });
 * return [
 *   http.get('/api/things/{id}', guarded(async ({ request, params, response }) => {
 *     const { accountId } = await callers.withRight(request, 'inventory');
 *     return response(200).json(thingOf(accountId, paramsOf(params, idParams).id));
 *   })),
 *   http.untyped.all('/*', nothingElse),
 * ];
 */
export function mockKit(options: MockKitOptions) {
  const callers = callersBy(options.internalKey);
  return { callers, ...guardian(options, callers) };
}

/** What {@link mockKit} makes. */
export type HandlerKit = ReturnType<typeof mockKit>;
