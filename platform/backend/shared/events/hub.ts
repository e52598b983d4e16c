/** Wakes open streams of events, each under a key such as a user's id, when there is something new. */
export class Hub {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** Calls back on every wake of a key, until the returned function is called. */
  listen(key: string, onWake: () => void): () => void {
    const own = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, own.add(onWake));
    return () => {
      own.delete(onWake);
      if (own.size === 0 && this.#listeners.get(key) === own) this.#listeners.delete(key);
    };
  }

  /** To be called after the commit that wrote the events. */
  wake(keys: readonly string[]): void {
    for (const key of keys) {
      for (const onWake of this.#listeners.get(key) ?? []) onWake();
    }
  }
}
