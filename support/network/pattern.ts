/** A path as MSW's handlers have it: relative, absolute, or an expression. */
export type MockPath = string | RegExp;

/**
 * The addresses that a handler of this path may answer, so that Playwright routes no others. It may take
 * in a few more than MSW does, never fewer: MSW has the last word.
 *
 * @example addressesOf('/items/:id', 'http://127.0.0.1:4000').test('http://127.0.0.1:4000/items/7?all') // true
 */
export function addressesOf(path: MockPath, base: string): RegExp {
  if (path instanceof RegExp) return path;
  const whole = absolute(path, base).replace(/[?#].*$/, '').replace(/\/$/, '');
  const source = whole
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/\*+/g, '.*')
    // A parameter stands behind a slash or a dot; a port stands behind a host.
    .replace(/(?<=\/|\\\.|-):[A-Za-z_]\w*(\\[+?])?/g, '[^?#]*');
  return new RegExp(`^${source}/?(?:[?#].*)?$`);
}

function absolute(path: string, base: string): string {
  if (path.startsWith('/')) return new URL(base).origin + path;
  return path;
}
