/** What kind of thing has to be repaired. */
export type CauseKind = 'service' | 'sign-in' | 'environment' | 'test' | 'unknown';

/** The root of a group of failed or blocked tests. */
export interface Cause {
  /** The same for the same cause in every run. */
  readonly id: string;
  readonly kind: CauseKind;
  /** The service to repair, where it is one. */
  readonly service?: string;
  /** One line: what is wrong. */
  readonly summary: string;
  /** What proves it: log lines, answers, the place in the code. */
  readonly evidence: readonly string[];
  /** Ids of the tests that it holds back. */
  readonly tests: readonly string[];
  /** How many tests would run again if it were repaired: an upper bound. */
  readonly unlocks: number;
  /** Services that are down only because of it. */
  readonly victims: readonly string[];
  /** What the same tests would meet next, where that is known. */
  readonly next: readonly NextCause[];
}

/** A second cause behind the first. */
export interface NextCause {
  readonly summary: string;
  readonly tests: number;
}
