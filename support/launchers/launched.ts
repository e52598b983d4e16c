import type { Evidence } from '../readiness/readiness';

/** A service that a launcher has brought up. */
export interface Launched {
  /** The leader of its processes, where it has any on this machine. */
  readonly pid: number | undefined;
  /** Resolves with the evidence once it is gone, however it went; never rejects. */
  readonly ended: Promise<Evidence>;
  /** Asks it to stop, and ends it by force when the deadline (ms) passes. */
  stop(deadlineMs: number): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}
