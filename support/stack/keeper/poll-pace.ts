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

/** Milliseconds between two looks at a service that runs. */
export const WATCH_PACE = 1_000;
