import { readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { field } from '../data/field';
import type { RunRecord } from './run-record';

/** Where the record of the last run is, in the output folder. */
export function runFile(output: string): string {
  return path.join(output, 'run.json');
}

/** Writes the record of a run at once or not at all. */
export function writeRun(output: string, run: RunRecord): void {
  writeFileAtomic.sync(runFile(output), `${JSON.stringify(run, undefined, 1)}\n`, { fsync: false });
}

/** The record of the last run; `undefined` when there is none that this version can read. */
export function readRun(output: string): RunRecord | undefined {
  try {
    const run: unknown = JSON.parse(readFileSync(runFile(output), 'utf8'));
    return field(run, 'version') === 1 ? (run as RunRecord) : undefined; // version 1 is written above
  } catch {
    return undefined;
  }
}
