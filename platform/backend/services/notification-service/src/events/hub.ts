/** Wakes the open streams of users when there is something new for them. */
export class Hub {
  readonly #listeners = new Map<string, Set<() => void>>();

  /** Calls back on every wake of a user, until the returned function is called. */
  listen(userId: string, onWake: () => void): () => void {
    const own = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, own.add(onWake));
    return () => {
      own.delete(onWake);
      if (own.size === 0 && this.#listeners.get(userId) === own) this.#listeners.delete(userId);
    };
  }

  /** To be called after the commit that wrote the events. */
  wake(userIds: readonly string[]): void {
    for (const userId of userIds) {
      for (const onWake of this.#listeners.get(userId) ?? []) onWake();
    }
  }
}
