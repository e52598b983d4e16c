import { MISSES_UNTIL_DOWN } from '../../readiness/next-readiness';

/**
 * Milliseconds until a starting service is asked again, by how long it has been starting.
 *
 * Close together at first, since most services are ready within a second; rarer later, so that
 * asking does not take the cores from those that still start.
 */
export function pollPace(startingForMs: number): number {
  if (startingForMs < 1_500) return 25;
  if (startingForMs < 5_000) return 100;
  return 300;
}

/** One look at a service that runs: how long (ms) until it, and how long its answer may take. */
export interface WatchLook {
  readonly afterMs: number;
  readonly answerMs: number;
}

/**
 * The next look at a service that runs, by how many answers in a row were missing.
 *
 * Looks cost the services as much as the keeper, so they are rare while all is well. After a missing
 * answer the service is asked again at once, with more time: that it hangs must be known within two
 * seconds, and that it is busy must not be taken for it.
 */
export function watchLook(misses: number): WatchLook {
  if (misses === 0) return { afterMs: 550, answerMs: 550 };
  return { afterMs: misses < MISSES_UNTIL_DOWN ? 0 : 550, answerMs: 800 };
}
