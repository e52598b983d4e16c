import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { writeOrTell } from '../../errors/full-disk';
import type { Readiness } from '../../readiness/readiness';

/** One change of one service's readiness. */
export interface TimelineEntry {
  readonly service: string;
  readonly readiness: Readiness;
}

/** Where the changes of a run's services are written, one JSON object a line. */
export function timelineFile(logs: string): string {
  return path.join(logs, 'timeline.jsonl');
}

/**
 * Appends a change; at once, because the keeper may be killed next. A full disk must not take the stack
 * with it: the change is then known to the keeper alone.
 */
export function appendToTimeline(logs: string, entry: TimelineEntry): void {
  writeOrTell(logs, 'the timeline', () => appendFileSync(timelineFile(logs), `${JSON.stringify(entry)}\n`));
}
