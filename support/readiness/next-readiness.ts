import type { ProbeResult, Readiness } from './readiness';

/** What the watch knows of a service: its readiness, and how often in a row it gave no answer. */
export interface Watched {
  readonly readiness: Readiness;
  readonly misses: number;
}

/** One late answer may be a busy machine; so many in a row are a service that hangs. */
export const MISSES_UNTIL_DOWN = 2;

/** What is known of a running service after one more look at it. */
export function nextReadiness(before: Watched, result: ProbeResult, now: number): Watched {
  const { readiness } = before;
  if (result.kind === 'ready') {
    const isNew = readiness.state !== 'ready';
    return { misses: 0, readiness: isNew ? { state: 'ready', since: now, startedInMs: 0 } : readiness };
  }
  const { evidence } = result;
  const answers = evidence.kind === 'answer' || evidence.kind === 'identity';
  if (answers) return { misses: 0, readiness: { state: 'degraded', since: now, evidence } };
  const misses = before.misses + 1;
  const isDown = evidence.kind === 'refused' || misses >= MISSES_UNTIL_DOWN;
  return { misses, readiness: isDown ? { state: 'down', since: now, evidence } : readiness };
}
