import { logNormal } from './log-normal';
import type { TimingSet } from './read-timings';

/** Made-up timings for those who have none at hand: two versions of a suite, the second with new files. */
export function exampleTimings(): readonly TimingSet[] {
  const first = logNormal(90, { medianMs: 20_000, spread: 0.9, seed: 1 });
  const noise = logNormal(100, { medianMs: 1_000, spread: 0.15, seed: 2 });
  const nameOf = (index: number): string => `specs/${String((index * 37) % 100).padStart(2, '0')}.spec.ts`;
  const before = first.map((ms, index) => [nameOf(index), ms] as const);
  const after = noise.map((factor, index) => [nameOf(index), Math.round(((first[index] ?? 25_000) * factor) / 1_000)] as const);
  const byName = (pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> =>
    new Map([...pairs].sort(([one], [other]) => (one < other ? -1 : 1)));
  const versions = [before, after].map((pairs, index) => ({ date: `version ${index + 1}`, timings: byName(pairs) }));
  return [{ name: 'made-up', versions, damaged: [] }];
}
