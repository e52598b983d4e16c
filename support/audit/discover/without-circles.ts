/**
 * Leaves out of a graph what closes a circle; the earlier of two nodes keeps what it needs.
 *
 * @example withoutCircles({ a: ['b'], b: ['a', 'c'], c: [] }) // { a: ['b'], b: ['c'], c: [] }
 */
export function withoutCircles(graph: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const kept: Record<string, string[]> = {};
  const leads = (from: string, to: string): boolean => from === to || (kept[from] ?? []).some((next) => leads(next, to));
  for (const [name, needed] of Object.entries(graph)) {
    const own = (kept[name] = [] as string[]);
    for (const one of needed) if (!leads(one, name)) own.push(one);
  }
  return kept;
}
