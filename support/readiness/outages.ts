import type { TimelineEntry } from '../stack/keeper/timeline-file';
import type { Readiness } from './readiness';

/** A time in which a service was not ready. */
export interface Outage {
  readonly service: string;
  readonly from: number;
  /** Milliseconds since the epoch; `Infinity` while it lasts. */
  readonly to: number;
  readonly readiness: Exclude<Readiness, { state: 'ready' }>;
}

/** A service is noticed to be down up to this long (ms) after it went. */
export const NOTICED_WITHIN = 2_000;

/** The outages that overlap a window, by when they were noticed. */
export function outagesIn(
  timeline: readonly TimelineEntry[],
  from: number,
  to: number,
): readonly Outage[] {
  return outages(timeline).filter((outage) => outage.from <= to && outage.to >= from);
}

/** Every time in which a service was not ready, once it had been up or was given up. */
function outages(timeline: readonly TimelineEntry[]): readonly Outage[] {
  const found: Outage[] = [];
  const open = new Map<string, Outage>();
  for (const { service, readiness } of timeline) {
    const before = open.get(service);
    if (readiness.state === 'ready') {
      if (before) found.push({ ...before, to: readiness.since });
      open.delete(service);
    } else if (!before || before.readiness.state === 'starting') {
      open.set(service, { service, from: before?.from ?? readiness.since, to: Infinity, readiness });
    }
  }
  return [...found, ...open.values()];
}
