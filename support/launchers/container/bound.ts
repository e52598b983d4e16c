/**
 * Lets so many pieces of work run at once; the others wait in line.
 *
 * @example const bound = new Bound(2); await Promise.all(names.map((name) => bound.run(() => start(name))));
 */
export class Bound {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
