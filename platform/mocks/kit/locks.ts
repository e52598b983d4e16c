/** Does works under one key one after the other; those under other keys do not wait. */
export type Lock = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Makes a {@link Lock}: what `select … for update` is in a database. */
export function keyedLock(): Lock {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    const leave = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}
