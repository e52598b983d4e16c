import { bundlesOf, type Bundle } from './bundles';
import { deal, type Deal } from './deal';
import { Hand } from './hand';
import { improve, latest, type Patience } from './improve';
import { lowerBound } from './lower-bound';
import type { PricedSuite } from './priced-suite';
import { sequence } from './random';
import { Simulator } from './simulator';

/** What one machine of several runs. */
export interface ShardPart {
  /** Indexes of its units, ascending; set-ups and teardowns are not among them. */
  readonly units: readonly number[];
  /** When it is expected to finish, in milliseconds. */
  readonly finishMs: number;
}

/** How a suite is divided. */
export interface ShardPlan {
  readonly shards: readonly ShardPart[];
  /** No plan can finish before, in milliseconds. */
  readonly boundMs: number;
}

/** Groups that are run in thought before the best plan so far is taken: at most some tenths of a second. */
const WORK = { most: 5_000_000, each: 30_000 };
/** A plan this near to the bound is good: durations are not known better. */
const CLOSE = 1.001;
/** How often the best plan is shaken in vain. */
const KICKS = 300;
const KICKED = 3;

/**
 * Divides a suite so that its last shard finishes as early as possible. The same suite gives the same
 * plan on every machine: the search counts its work and looks at no clock.
 *
 * @param total how many shards; at least 1
 */
export function planShards(suite: PricedSuite, total: number): ShardPlan {
  const simulator = new Simulator(suite);
  const bundles = bundlesOf(suite, simulator);
  const boundMs = lowerBound(suite, { simulator, bundles, total });
  const work = Math.min(WORK.most, WORK.each * bundles.length);
  const isOver = (): boolean => simulator.steps > work;
  const first = deal(suite, simulator, { bundles, total });
  const found = search({ first, bundles, simulator }, { goal: Math.floor(boundMs * CLOSE), isOver });
  const shards = found.finishes.map((finishMs, shard) => ({ units: found.units(shard), finishMs }));
  return { shards, boundMs };
}

interface Start {
  readonly first: Deal;
  readonly bundles: readonly Bundle[];
  readonly simulator: Simulator;
}

/** Improves the first deal; when that ends, shakes the best one a little and tries again. */
function search({ first, bundles, simulator }: Start, patience: Patience): Hand {
  let best = new Hand(first, bundles, simulator);
  improve(best, patience);
  const random = sequence(1);
  for (let inVain = 0; inVain < KICKS && !isDone(best, patience); inVain += 1) {
    const other = new Hand(best.deal, bundles, simulator);
    shake(other, random);
    improve(other, patience);
    if (lateness(other) < lateness(best)) inVain = 0;
    if (isBetter(other.finishes, best.finishes)) best = other;
  }
  return best;
}

function isDone(hand: Hand, { goal, isOver }: Patience): boolean {
  return isOver() || hand.finishes.length < 2 || lateness(hand) <= goal;
}

function lateness({ finishes }: Hand): number {
  return finishes[latest(finishes)] ?? 0;
}

/** Earlier in the last shard, or fewer shards that finish so late. */
function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const last = Math.max(...one);
  const before = Math.max(...other);
  const count = (list: readonly number[]): number => list.filter((finish) => finish === before).length;
  return last < before || (last === before && count(one) <= count(other));
}

function shake(hand: Hand, random: (below: number) => number): void {
  const late = latest(hand.finishes);
  for (let swap = 0; swap < KICKED; swap += 1) {
    const from = swap === 0 ? late : random(hand.finishes.length);
    const to = random(hand.finishes.length);
    const gives = hand.movable(from);
    const takes = hand.movable(to);
    const one = gives[random(Math.max(gives.length, 1))];
    const other = takes[random(Math.max(takes.length, 1))];
    if (from === to || one === undefined) continue;
    hand.apply({ from, to, gives: [one], takes: other === undefined ? [] : [other] });
  }
}
