/**
 * Playwright's own split: shards of equal numbers of tests, cut out of the queue one after the other.
 *
 * @param sizes number of tests of each unit, in the order of the queue
 * @returns indexes of the units of each shard
 */
export function builtInSplit(sizes: readonly number[], total: number): readonly (readonly number[])[] {
  const sum = sizes.reduce((one, other) => one + other, 0);
  const ends: number[] = [];
  for (let shard = 0; shard < total; shard += 1) {
    const size = Math.floor(sum / total) + (shard < sum % total ? 1 : 0);
    ends.push((ends.at(-1) ?? 0) + size);
  }
  const shards = ends.map((): number[] => []);
  let at = 0;
  sizes.forEach((size, unit) => {
    const position = size > 0 ? at : Math.max(at - 1, 0);
    const shard = ends.findIndex((end) => position < end);
    shards[shard]?.push(unit);
    at += size;
  });
  return shards;
}
