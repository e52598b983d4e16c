import type { Exchange, Hand } from './hand';

/** When to stop looking for something better. */
export interface Patience {
  /** A finish that cannot be improved. */
  readonly goal: number;
  /** Whether the work is used up. */
  readonly isOver: () => boolean;
}

/** How many bundles of a shard are tried, and against how many other shards. */
const TRIED_BUNDLES = 28;
const TRIED_SHARDS = 6;

/**
 * Moves and swaps bundles between the shard that finishes last and those that finish first, as long as
 * the later of the two gets earlier.
 */
export function improve(hand: Hand, patience: Patience): void {
  while (!patience.isOver()) {
    const late = latest(hand.finishes);
    if ((hand.finishes[late] ?? 0) <= patience.goal) return;
    const better = betterExchange(hand, late, patience);
    if (!better) return;
    hand.apply(better);
  }
}

/** The shard that finishes last; the first of several. */
export function latest(finishes: readonly number[]): number {
  return finishes.reduce((best, finish, index) => (finish > (finishes[best] ?? 0) ? index : best), 0);
}

function betterExchange(hand: Hand, late: number, { isOver }: Patience): Exchange | undefined {
  const finish = hand.finishes[late] ?? 0;
  const others = hand.finishes.map((_, index) => index).filter((index) => index !== late);
  others.sort((one, other) => (hand.finishes[one] ?? 0) - (hand.finishes[other] ?? 0) || one - other);
  for (const to of others.slice(0, TRIED_SHARDS)) {
    let best: Exchange | undefined;
    let least = finish;
    for (const exchange of exchanges(hand, late, to)) {
      const later = hand.laterFinish(exchange, least);
      if (later < least) [best, least] = [exchange, later];
      if (isOver()) return best;
    }
    if (best) return best;
  }
  return undefined;
}

/** Moves from one shard to the other, then swaps of a larger bundle for a smaller one. */
function* exchanges(hand: Hand, from: number, to: number): Generator<Exchange> {
  const gives = some(bySize(hand, from));
  for (const one of gives) yield { from, to, gives: [one], takes: [] };
  const offers = bySize(hand, to);
  const gap = (hand.finishes[from] ?? 0) - (hand.finishes[to] ?? 0);
  for (const one of gives) {
    for (const other of nearSize(hand, offers, hand.cost(one) - gap / 2)) {
      if (hand.cost(other) !== hand.cost(one)) yield { from, to, gives: [one], takes: [other] };
    }
  }
}

function bySize(hand: Hand, shard: number): readonly number[] {
  return [...hand.movable(shard)].sort((one, other) => hand.cost(one) - hand.cost(other) || one - other);
}

/** All of a short list; of a long one the largest, and some of every other size. */
function some(list: readonly number[]): readonly number[] {
  if (list.length <= TRIED_BUNDLES) return list;
  const half = TRIED_BUNDLES / 2;
  const rest = list.slice(0, -half);
  return [...list.slice(-half), ...Array.from({ length: half }, (_, at) => rest[Math.floor((at * rest.length) / half)] ?? 0)];
}

/** The bundles next to a size, below and above. */
function nearSize(hand: Hand, sorted: readonly number[], size: number): readonly number[] {
  if (sorted.length <= TRIED_BUNDLES) return sorted;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hand.cost(sorted[middle] ?? 0) < size) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(low - 3, 0), low + 3);
}
