import { median } from '../data/median';
import type { Verdict } from '../verdict/verdict';
import type { HistoryEntry } from './history';

/** What a test's history tells of its time, in milliseconds; nothing where it was never measured. */
export interface TestTimes {
  /** The middle of its last attempts that passed. */
  readonly middle: number | undefined;
  /** Its last attempt that failed. */
  readonly failed: number | undefined;
  /** What its worker spent around it. */
  readonly around: number | undefined;
  /** The start of its worker, where it was the first one's. */
  readonly start: number | undefined;
  /** How it ended last. */
  readonly last: Verdict | undefined;
}

/** The times of a test whose history has been parsed. */
export function timesOf({ durations, verdicts, failed, around, start }: HistoryEntry): TestTimes {
  return { middle: median(durations), failed, around, start, last: verdicts.at(-1) };
}
