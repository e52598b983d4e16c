import { sequence } from '../../support/sharding/random';

/** Times as those of real tests: most are short, some are very long. In milliseconds, the same each time. */
export function logNormal(count: number, { medianMs, spread, seed }: { medianMs: number; spread: number; seed: number }): readonly number[] {
  const next = sequence(seed);
  const uniform = (): number => (next(1_000_000) + 1) / 1_000_001;
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    return Math.round(medianMs * Math.exp(spread * normal));
  });
}
