import type { Mock } from '../define-mock';
import type { MockHandler } from '../mock-http';
import type { Contract } from './contract';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of a document, as `GET /items/{id}`. */
export function operationsOf({ paths }: Contract): readonly string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).flatMap((method) => (METHODS.includes(method) ? [`${method.toUpperCase()} ${path}`] : [])),
  );
}

/** A handler in the same form; `*` for a method, a path or a part of it that is any. */
export function operationOf({ info }: Pick<MockHandler, 'info'>): string {
  const method = typeof info.method === 'string' ? info.method : '*';
  if (typeof info.path !== 'string') return `${method} ${String(info.path)}`;
  const path = info.path.replace(/^https?:\/\/[^/]+/, '').replace(/:([A-Za-z_]\w*)/g, '{$1}');
  return `${method} ${path || '/'}`;
}

/**
 * Where a mock and the contract do not hold the same operations; one line a difference.
 *
 * @example coverageDrift(mock, mock.open(surroundings).handlers, contract) // ['GET /items: has no handler …']
 */
export function coverageDrift(
  { notMocked, beyond }: Pick<Mock, 'notMocked' | 'beyond'>,
  handlers: readonly Pick<MockHandler, 'info'>[],
  contract: Contract,
): readonly string[] {
  const operations = operationsOf(contract);
  const handled = handlers.map(operationOf);
  const has = (list: readonly string[], one: string) => list.some((other) => key(other) === key(one));
  return [
    ...operations
      .filter((one) => !has(handled, one) && !has(notMocked, one))
      .map((one) => `${one}: has no handler. Write one, or name it in notMocked.`),
    ...handled
      .filter((one) => !has(operations, one) && !has(beyond, one))
      .map((one) => `${one}: is handled, but is no operation of the contract. Correct its path or method, or name it in beyond.`),
    ...notMocked
      .filter((one) => !has(operations, one))
      .map((one) => `${one}: stands in notMocked, but is no operation of the contract. Take it out.`),
    ...notMocked.filter((one) => has(handled, one)).map((one) => `${one}: stands in notMocked, but has a handler. Take it out.`),
    ...beyond.filter((one) => !has(handled, one)).map((one) => `${one}: stands in beyond, but has no handler. Take it out.`),
  ];
}

/** What is the same operation, whatever its parameters are called. */
function key(operation: string): string {
  return operation.replace(/\{[^}]*\}/g, '{}');
}
