import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readJsonLines } from '../data/json-lines';
import type { TimelineEntry } from '../stack/keeper/timeline-file';
import { timelineFile } from '../stack/keeper/timeline-file';
import type { Observation } from './observation';

/** The file of one worker's observations, beside the logs of the run's services. */
export function observationFile(logs: string, worker: number): string {
  return path.join(logs, `observations-${worker}.jsonl`);
}

/** All observations of a run, by test id. */
export function readObservations(logs: string): ReadonlyMap<string, readonly Observation[]> {
  const byTest = new Map<string, Observation[]>();
  for (const file of list(logs).filter((name) => /^observations-\d+\.jsonl$/.test(name))) {
    // Lines are written by `Recorder`.
    for (const one of readJsonLines(path.join(logs, file)) as Observation[]) {
      byTest.set(one.test, [...(byTest.get(one.test) ?? []), one]);
    }
  }
  return byTest;
}

/** Every change of readiness in a run, in the order in which it happened. */
export function readTimeline(logs: string): readonly TimelineEntry[] {
  return readJsonLines(timelineFile(logs)) as TimelineEntry[]; // lines are written by the keeper
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
