import type { Bundle } from './bundles';
import type { Deal } from './deal';
import type { Simulator } from './simulator';

/** Two shards after a change between them. */
export interface Exchange {
  readonly from: number;
  readonly to: number;
  readonly gives: readonly number[];
  readonly takes: readonly number[];
}

/** The units of bundles, ascending. */
export function unitsOf(members: readonly number[], bundles: readonly Bundle[]): readonly number[] {
  const units: number[] = [];
  for (const index of members) for (const unit of bundles[index]?.units ?? []) units.push(unit);
  return Array.from(Int32Array.from(units).sort());
}

/** What the shards hold while bundles move between them, and when each would finish. */
export class Hand {
  readonly finishes: number[];
  readonly #bundles: readonly Bundle[];
  readonly #simulator: Simulator;
  readonly #members: (readonly number[])[];
  readonly #units: (readonly number[])[];

  constructor(deal: Deal, bundles: readonly Bundle[], simulator: Simulator) {
    this.#bundles = bundles;
    this.#simulator = simulator;
    this.#members = [...deal];
    this.#units = deal.map((members) => unitsOf(members, bundles));
    this.finishes = this.#units.map((units) => simulator.finish(units));
  }

  /** Bundles of a shard that cost something. */
  movable(shard: number): readonly number[] {
    return (this.#members[shard] ?? []).filter((index) => this.cost(index) > 0);
  }

  cost(bundle: number): number {
    return this.#bundles[bundle]?.cost ?? 0;
  }

  /** The units of a shard, ascending. */
  units(shard: number): readonly number[] {
    return this.#units[shard] ?? [];
  }

  get deal(): Deal {
    return [...this.#members];
  }

  /** The later finish of the two shards if this were done; `Infinity` as soon as one is not before `below`. */
  laterFinish(exchange: Exchange, below: number): number {
    const { from, to, gives, takes } = exchange;
    const other = this.#simulator.finish(this.#after(to, takes, gives));
    if (other >= below) return Infinity;
    return Math.max(other, this.#simulator.finish(this.#after(from, gives, takes)));
  }

  apply({ from, to, gives, takes }: Exchange): void {
    this.#put(from, gives, takes);
    this.#put(to, takes, gives);
  }

  #put(shard: number, less: readonly number[], more: readonly number[]): void {
    this.#units[shard] = this.#after(shard, less, more);
    this.#members[shard] = [...(this.#members[shard] ?? []).filter((index) => !less.includes(index)), ...more];
    this.finishes[shard] = this.#simulator.finish(this.#units[shard] ?? []);
  }

  /** The units of a shard without some bundles and with others, ascending. */
  #after(shard: number, less: readonly number[], more: readonly number[]): readonly number[] {
    const gone = new Set(less.flatMap((index) => this.#bundles[index]?.units ?? []));
    const come = more.flatMap((index) => this.#bundles[index]?.units ?? []).sort((one, other) => one - other);
    const after: number[] = [];
    let next = 0;
    for (const unit of this.#units[shard] ?? []) {
      while (next < come.length && (come[next] as number) < unit) after.push(come[next++] as number); // within its bounds
      if (!gone.has(unit)) after.push(unit);
    }
    while (next < come.length) after.push(come[next++] as number); // within its bounds
    return after;
  }
}
