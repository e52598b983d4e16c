import type { Cause } from '../causes/cause';
import type { MergeProblem } from '../merge/problem';
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

/** Why nothing is known of a test that a shard was to run. */
export interface LostRecord {
  readonly shard: number;
  /** One line: what became of the shard, and the last test that it was seen running. */
  readonly reason: string;
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
  /** Milliseconds that its worker spent around it: hooks, the load of its file. */
  readonly aroundMs?: number;
  /** Milliseconds that its worker took to start, where it was that worker's first test. */
  readonly startMs?: number;
  readonly retries: number;
  readonly needs: readonly string[];
  readonly declared: readonly string[];
  /** The services that its traffic went to in this run. */
  readonly learned: readonly string[];
  readonly blockedBy?: Blocked;
  /** The services that a skipped test needs as they really are, and that are mocked or left out. */
  readonly needsReal?: readonly string[];
  readonly failure?: FailureRecord;
  readonly lost?: LostRecord;
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

/** One part of a run on one machine, as it was planned and as it went. */
export interface ShardRecord {
  /** 1 for the first. */
  readonly current: number;
  readonly total: number;
  readonly workers: number;
  /** What the plan rests on; shards of one run have the same. */
  readonly digest: string;
  /** How many tests the plan gives to this shard. */
  readonly tests: number;
  /** Tests with a history of their own ÷ all tests of the suite. */
  readonly coverage: number;
  /** When this shard was expected to finish, without the tests that are blocked on this machine. */
  readonly predictedMs: number;
  /** From the first worker's start to the last test's end; missing until the run has ended. */
  readonly actualMs?: number;
  /** When each shard of the plan was expected to finish. */
  readonly plannedMs: readonly number[];
  /** No plan could finish before. */
  readonly boundMs: number;
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
  /** Set when the run is one of several shards. */
  readonly shard?: ShardRecord;
  /** Set when the run is put together of shards: those that left something. */
  readonly shards?: readonly ShardRecord[];
  /** Of a run that is put together: why it is not whole. */
  readonly problems?: readonly MergeProblem[];
  readonly totals: Readonly<Record<Verdict | 'total', number>>;
  readonly services: readonly ServiceRecord[];
  readonly causes: readonly Cause[];
  readonly unlocked: readonly Unlocked[];
  readonly tests: readonly TestRecord[];
}
