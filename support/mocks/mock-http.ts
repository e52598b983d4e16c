import { http, type HttpHandler } from './msw';
import { createOpenApiHttp, type AnyApiSpec, type OpenApiHttpHandlers } from 'openapi-msw';

/** A handler of MSW's, as `http.get` and its like make it. */
export type MockHandler = HttpHandler;

type Untyped = typeof http;

/** MSW's `http` for one service: typed by its document, and `untyped` for what stands in none. */
export type MockHttp<Paths extends AnyApiSpec> = OpenApiHttpHandlers<Paths>;

/** An `http` whose paths are below `origin`. */
export function httpAt<Paths extends AnyApiSpec>(origin: string): MockHttp<Paths> {
  return { ...createOpenApiHttp<Paths>({ baseUrl: origin }), untyped: below(origin) };
}

function below(origin: string): Untyped {
  const at = (method: keyof Untyped): Untyped['all'] => (path, resolver, options) =>
    http[method](typeof path === 'string' && path.startsWith('/') ? `${origin}${path}` : path, resolver, options);
  return {
    all: at('all'),
    head: at('head'),
    get: at('get'),
    post: at('post'),
    put: at('put'),
    delete: at('delete'),
    patch: at('patch'),
    options: at('options'),
  };
}
