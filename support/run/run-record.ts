import type { Cause } from '../causes/cause';
import type { Readiness } from '../readiness/readiness';
import type { Blocked } from '../verdict/blocked';
import type { Verdict } from '../verdict/verdict';

/** Where and how a test failed. */
export interface FailureRecord {
  readonly message: string;
  /** `file:line` below the manifest's folder, of the deepest line that is not a library's. */
  readonly place?: string;
  /** The step in which it failed. */
  readonly step?: string;
}

/** One test of a run, in one project. */
export interface TestRecord {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly project: string;
  readonly area?: string;
  readonly verdict: Verdict;
  /** Milliseconds of the last attempt. */
  readonly durationMs: number;
  readonly retries: number;
  readonly needs: readonly string[];
  readonly declared: readonly string[];
  /** The services that its traffic went to in this run. */
  readonly learned: readonly string[];
  readonly blockedBy?: Blocked;
  readonly failure?: FailureRecord;
  /** The id of the test's cause; every failed or blocked test has exactly one. */
  readonly cause?: string;
}

/** One service as a run found it. */
export interface ServiceRecord {
  readonly name: string;
  readonly launcher: string;
  readonly readiness: Readiness;
  readonly changes: readonly Readiness[];
}

/** What became of a cause of the run before. */
export interface Unlocked {
  readonly cause: string;
  /** How many tests it held back then. */
  readonly promised: number;
  /** How many of those pass now. */
  readonly passed: number;
}

/** A whole run, as `run.json` holds it. */
export interface RunRecord {
  readonly version: 1;
  readonly id: string;
  readonly platform: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Whether every test of the suite was asked for. */
  readonly full: boolean;
  readonly totals: Readonly<Record<Verdict | 'total', number>>;
  readonly services: readonly ServiceRecord[];
  readonly causes: readonly Cause[];
  readonly unlocked: readonly Unlocked[];
  readonly tests: readonly TestRecord[];
}
