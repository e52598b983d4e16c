/** The workers of a phase in which nobody waits for a lock: the next group goes to the one that is free first. */
export class Slots {
  /** When the last group ends, in milliseconds. */
  last = 0;

  readonly #free: Float64Array;
  readonly #held: Int32Array;

  constructor(workers: number) {
    this.#free = new Float64Array(workers);
    this.#held = new Int32Array(workers);
  }

  /** Before a phase: no worker has been started. */
  clear(): void {
    this.last = 0;
    this.#free.fill(0);
    this.#held.fill(-1);
  }

  /**
   * Runs a group: in a worker of its kind where one is free as early as any other.
   *
   * @param cost in a warm worker; a group that costs nothing starts none
   * @param start what a new worker costs
   */
  run(kind: number, cost: number, start: number): void {
    if (cost === 0) return;
    const free = this.#free;
    const held = this.#held;
    let slot = 0;
    for (let other = 1; other < free.length; other += 1) {
      const sooner = (free[slot] as number) - (free[other] as number); // within their bounds, as below
      if (sooner > 0 || (sooner === 0 && held[slot] !== kind && held[other] === kind)) slot = other;
    }
    const end = (free[slot] as number) + cost + (held[slot] === kind ? 0 : start);
    free[slot] = end;
    held[slot] = kind;
    if (end > this.last) this.last = end;
  }
}
