import { readFileSync, writeFileSync } from 'node:fs';
import type { SuiteFacts } from './suite-facts';

/** Environment variable with the file into which `playwright test --list` writes what it has loaded. */
export const FACTS_VARIABLE = 'GROUNDWORK_FACTS';

/** Writes what a plan needs to know of a suite. */
export function writeFacts(file: string, facts: SuiteFacts): void {
  writeFileSync(file, JSON.stringify(facts));
}

/** Reads what {@link writeFacts} has written. */
export function readFacts(file: string): SuiteFacts {
  return JSON.parse(readFileSync(file, 'utf8')) as SuiteFacts; // written by this version, a moment ago
}
