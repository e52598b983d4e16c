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

/**
 * Milliseconds between two looks at a service that runs. Two answers in a row that are missing, with
 * this between them, must be noticed within two seconds.
 */
export const WATCH_PACE = 300;

/** The longest time (ms) that a running service may take for its health answer. */
export const WATCH_ANSWER = 800;
