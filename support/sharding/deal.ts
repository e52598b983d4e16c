import type { Bundle } from './bundles';
import { closureOf } from './phases';
import type { PricedSuite } from './priced-suite';
import type { Simulator } from './simulator';

/** What is in each shard: indexes of bundles. */
export type Deal = readonly (readonly number[])[];

/**
 * A first deal: the largest bundle goes to the shard in which it ends first, with what that shard does
 * not yet pay for, such as a set-up project. Bundles that cost nothing because they are blocked come last
 * and are spread by what they would cost: a repaired service finds its tests dealt out evenly.
 */
export function deal(suite: PricedSuite, simulator: Simulator, { bundles, total }: { bundles: readonly Bundle[]; total: number }): Deal {
  const openings = suite.projects.map((_, index) => openingCosts(suite, simulator, index));
  const shards: Shards = { loads: new Float64Array(total), open: Array.from({ length: total }, () => new Set()) };
  const dealt = Array.from({ length: total }, (): number[] => []);
  for (const index of inOrder(bundles)) {
    const bundle = bundles[index];
    if (!bundle) continue;
    const [first = 0, ...others] = bundle.projects;
    const own = openings[first] ?? [];
    const due = others.length === 0 ? own : [...own, ...others.flatMap((project) => openings[project] ?? [])];
    const shard = cheapest(shards, due);
    const open = shards.open[shard];
    shards.loads[shard] = (shards.loads[shard] ?? 0) + (bundle.cost || bundle.full) + extra(open, due);
    dealt[shard]?.push(index);
    for (const { project } of due) open?.add(project);
  }
  return dealt.map((members) => members.sort((one, other) => one - other));
}

interface Shards {
  /** What each has to do, over all its workers. */
  readonly loads: Float64Array;
  /** Projects that each pays for already. */
  readonly open: readonly Set<number>[];
}

/** What a shard pays once for a project. */
interface Opening {
  readonly project: number;
  readonly cost: number;
}

type Openings = readonly Opening[];

/** What a shard pays once for a project: its workers' start, and every set-up in full while others wait. */
function openingCosts(suite: PricedSuite, simulator: Simulator, index: number): Openings {
  return [...closureOf(suite.projects, [index])].map((project) => {
    const { serving = false, startMs = 0 } = suite.projects[project] ?? {};
    return { project, cost: (serving ? simulator.serving(project) : startMs) * suite.workers };
  });
}

/** Largest first; what costs nothing now by what it will cost. */
function inOrder(bundles: readonly Bundle[]): Uint32Array {
  const costs = new Float64Array(bundles.length);
  const full = new Float64Array(bundles.length);
  bundles.forEach((bundle, index) => {
    costs[index] = bundle.cost;
    full[index] = bundle.full;
  });
  const at = (list: Float64Array, index: number): number => list[index] as number; // within its bounds
  return Uint32Array.from(bundles, (_, index) => index).sort(
    (one, other) => at(costs, other) - at(costs, one) || at(full, other) - at(full, one) || one - other,
  );
}

function cheapest({ loads, open }: Shards, due: Openings): number {
  let best = 0;
  let least = Infinity;
  for (let shard = 0; shard < loads.length; shard += 1) {
    const load = loads[shard] as number; // within its bounds
    if (load >= least) continue;
    const all = load + extra(open[shard], due);
    if (all >= least) continue;
    best = shard;
    least = all;
  }
  return best;
}

function extra(open: ReadonlySet<number> | undefined, due: Openings): number {
  let sum = 0;
  for (const { project, cost } of due) if (!open?.has(project)) sum += cost;
  return sum;
}
