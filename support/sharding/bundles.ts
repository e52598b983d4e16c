import type { PricedSuite } from './priced-suite';
import type { Simulator } from './simulator';

/** What moves between shards as a whole: a unit, or all units of one `@with:<name>`. */
export interface Bundle {
  /** Ascending. */
  readonly units: readonly number[];
  readonly cost: number;
  /** What it costs when nothing blocks it. */
  readonly full: number;
  readonly projects: readonly number[];
}

/** The bundles of a suite; units of set-up and teardown projects belong to none. */
export function bundlesOf(suite: PricedSuite, simulator: Simulator): readonly Bundle[] {
  const own = suite.projects.map((_, index) => [index]);
  return joined(suite).map((units): Bundle => {
    const [first = 0] = units;
    if (units.length === 1) {
      const { project = 0, fullMs = 0 } = suite.units[first] ?? {};
      return { units, cost: simulator.cost(first), full: fullMs, projects: own[project] ?? [] };
    }
    return {
      units,
      cost: units.reduce((sum, unit) => sum + simulator.cost(unit), 0),
      full: units.reduce((sum, unit) => sum + (suite.units[unit]?.fullMs ?? 0), 0),
      projects: [...new Set(units.map((unit) => suite.units[unit]?.project ?? 0))],
    };
  });
}

/** The units that belong together; a unit with two names joins both. */
function joined({ units, projects }: PricedSuite): readonly (readonly number[])[] {
  if (!units.some((unit) => unit.with.length > 0)) {
    const alone: number[][] = [];
    units.forEach(({ project }, index) => {
      if (!projects[project]?.serving) alone.push([index]);
    });
    return alone;
  }
  const firstOfName = new Map<string, number>();
  const leader = Int32Array.from(units, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  const groups = new Map<number, number[]>();
  units.forEach((unit, index) => {
    if (projects[unit.project]?.serving) return;
    for (const name of unit.with) {
      const other = find(firstOfName.get(name) ?? index);
      const own = find(index);
      leader[Math.max(own, other)] = Math.min(own, other);
      if (!firstOfName.has(name)) firstOfName.set(name, index);
    }
  });
  units.forEach((unit, index) => {
    if (projects[unit.project]?.serving) return;
    const of = find(index);
    const group = groups.get(of);
    if (group) group.push(index);
    else groups.set(of, [index]);
  });
  return [...groups.values()];
}
