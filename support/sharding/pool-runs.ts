/** Cuts a list where the pool changes: units of one pool that follow each other are together, others alone. */
export function poolRuns<T extends { readonly pool?: unknown }>(units: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (last && unit.pool !== undefined && last[0]?.pool === unit.pool) last.push(unit);
    else runs.push([unit]);
  }
  return runs;
}
