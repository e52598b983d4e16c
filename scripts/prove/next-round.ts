import type { Damage } from './damager/damage';
import { candidatesOf, noticedBy, outcomeOf, type Candidate } from './targets';
import type { Target } from './recordings';

/** One run of the suite: every order is one target tried with one test. */
export interface Order {
  readonly test: string;
  readonly file: string;
  readonly target: Target;
}

/** How much one round may do. */
export interface RoundLimits {
  /** The orders of one round. */
  readonly orders: number;
  /** How often one test is run in a round. */
  readonly repeats: number;
  /** The tests that are tried for a target in all, before it counts as unnoticed. */
  readonly tries: number;
}

/** What a round of a few minutes does. */
export const ROUND: RoundLimits = { orders: 60, repeats: 4, tries: 24 };

// A worker's start after a red test, and the other cost of running a test at all; milliseconds.
const OVERHEAD = 300;

/**
 * The next round: for every target that is still open the best tests that were not tried: one, and after
 * that as many as were tried before, because who has escaped one test will likely escape the next. A
 * target with few candidates chooses first, and a test that is busy in this round counts as dearer.
 */
export function nextRound(
  targets: readonly Target[],
  tests: readonly Candidate[],
  limits: RoundLimits,
): readonly Order[] {
  const load = new Map<string, number>();
  const open = targets
    .map((target) => ({ target, left: untried(tests, target, limits.tries) }))
    .filter(({ target, left }) => left.length > 0 && !noticedBy(tests, target))
    .sort((one, other) => one.left.length - other.left.length);
  const orders = open.flatMap(({ target, left }) => {
    const price = ({ id, test }: Candidate) => (test.took + OVERHEAD) * (1 + (load.get(id) ?? 0));
    const before = tests.filter((one) => outcomeOf(one, target) !== undefined).length;
    const chosen = left
      .filter(({ id }) => (load.get(id) ?? 0) < limits.repeats)
      .sort((one, other) => price(one) - price(other))
      .slice(0, Math.max(1, before));
    for (const { id } of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    return chosen.map(({ id, file }) => ({ test: id, file, target }));
  });
  return orders.slice(0, limits.orders);
}

/** The damage of every test of a round, as a run is told it. */
export function damagesOf(orders: readonly Order[]): Readonly<Record<string, readonly Damage[]>> {
  const damages: Record<string, Damage[]> = {};
  for (const { test, target } of orders) (damages[test] ??= []).push({ route: target.route, kind: target.kind });
  return damages;
}

function untried(tests: readonly Candidate[], target: Target, tries: number): readonly Candidate[] {
  return candidatesOf(tests, target)
    .slice(0, tries)
    .filter((one) => outcomeOf(one, target) === undefined);
}
