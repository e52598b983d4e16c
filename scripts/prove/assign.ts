import type { Assigned, Orders } from './damager/folder';

/** A test as a run lists it: one of the repetitions of a test of the suite, each with an id of its own. */
export interface ListedTest {
  readonly id: string;
  /** The same for all repetitions. */
  readonly name: string;
  /** 0 for the test itself, whose id is the one that the suite has for it. */
  readonly repeat: number;
}

/** Gives every ordered damage to one repetition of its test; a repetition that is left gets none. */
export function assign(orders: Orders, listed: readonly ListedTest[]): Readonly<Record<string, Assigned>> {
  const ids = new Map(listed.filter(({ repeat }) => repeat === 0).map(({ name, id }) => [name, id]));
  return Object.fromEntries(
    listed.flatMap(({ id, name, repeat }) => {
      const test = ids.get(name);
      const damage = test === undefined ? undefined : orders[test]?.[repeat];
      return test !== undefined && damage ? [[id, { ...damage, test }]] : [];
    }),
  );
}
