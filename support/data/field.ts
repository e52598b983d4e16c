/** One field of a value that came from outside; `undefined` where the value is no object or has none. */
export function field(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
