import { field } from '../../support/data/field';

/** One operation of a service. */
export interface Route {
  readonly service: string;
  /** In capitals. */
  readonly method: string;
  /** OpenAPI's path template, such as `/api/users/{id}`. */
  readonly path: string;
  /** Whether a success of it has a body. */
  readonly hasBody: boolean;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** A route's name in orders, files and output, such as `user-service GET /api/users/{id}`. */
export function nameOfRoute({ service, method, path }: Pick<Route, 'service' | 'method' | 'path'>): string {
  return `${service} ${method} ${path}`;
}

/** All operations of a service's OpenAPI document, in its order. */
export function routesOf(service: string, document: unknown): readonly Route[] {
  return Object.entries(objectOf(field(document, 'paths'))).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = field(operations, method);
      return operation === undefined
        ? []
        : [{ service, method: method.toUpperCase(), path, hasBody: hasBody(operation) }];
    }),
  );
}

/**
 * The route that a request goes to; `undefined` when it goes to none. Where several templates match,
 * the one with the first fixed part wins: `/users/me` before `/users/{id}`.
 */
export function routeOf(
  routes: readonly Route[],
  asked: { readonly service: string; readonly method: string; readonly path: string },
): Route | undefined {
  const parts = partsOf(asked.path);
  return routes
    .filter((route) => route.service === asked.service && route.method === asked.method)
    .filter((route) => matches(partsOf(route.path), parts))
    .sort((one, other) => (openness(one.path) < openness(other.path) ? -1 : 1))[0];
}

function hasBody(operation: unknown): boolean {
  return Object.entries(objectOf(field(operation, 'responses'))).some(
    ([status, response]) => status.startsWith('2') && field(response, 'content') !== undefined,
  );
}

function matches(template: readonly string[], parts: readonly string[]): boolean {
  return template.length === parts.length && template.every((part, at) => isOpen(part) || part === parts[at]);
}

function openness(path: string): string {
  return partsOf(path)
    .map((part) => (isOpen(part) ? '1' : '0'))
    .join('');
}

function isOpen(part: string): boolean {
  return part.startsWith('{');
}

function partsOf(path: string): readonly string[] {
  return path.replace(/\/+$/, '').split('/');
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
