import type { ProjectFacts } from './suite-facts';

/** A unit with what it is expected to cost; all times are whole milliseconds. */
export interface PricedUnit {
  readonly project: number;
  /** Number of its kind of worker. */
  readonly worker: number;
  readonly seen: number;
  /** Number of its pool, for parallel tests with hooks around them. */
  readonly pool?: number;
  /** What each test is expected to take; nothing for one that is blocked or skipped. */
  readonly tests: readonly number[];
  /** What each of its groups costs beside its tests: hooks, the load of the file. */
  readonly hooksMs: number;
  /** What its tests take when nothing blocks them. */
  readonly fullMs: number;
  readonly locks: readonly string[];
  readonly with: readonly string[];
}

/** A project with its start-up costs. */
export interface PricedProject extends ProjectFacts {
  /** A new worker for it: process, modules, browser, worker fixtures. */
  readonly startMs: number;
}

/** A suite that can be planned: everything that the plan rests on, and nothing else. */
export interface PricedSuite {
  readonly workers: number;
  readonly projects: readonly PricedProject[];
  /** In the order of Playwright's queue. */
  readonly units: readonly PricedUnit[];
}

/** What a group of these tests costs in a warm worker; nothing when none of them runs. */
export function groupCost({ tests, hooksMs }: Pick<PricedUnit, 'tests' | 'hooksMs'>): number {
  let sum = 0;
  for (const ms of tests) sum += ms;
  return sum > 0 ? sum + hooksMs : 0;
}
