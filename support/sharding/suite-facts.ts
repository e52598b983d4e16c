/** One test as the plan sees it. */
export interface TestFacts {
  /** Playwright's id: the same on every machine. */
  readonly id: string;
  /** Its titles below the file, with ` › ` between. */
  readonly title: string;
  /** Whether it is skipped whatever happens (`test.skip` in its declaration). */
  readonly skipped: boolean;
}

/** One of Playwright's own test groups: what one worker runs without a break, and what no plan may cut. */
export interface UnitFacts {
  /** Index of its project. */
  readonly project: number;
  /** Path below the manifest's folder, with `/`. */
  readonly file: string;
  /** Playwright's key of a worker: groups of another one need a new worker. */
  readonly worker: string;
  /** Place of its first test in its project, before any sharding. */
  readonly seen: number;
  /**
   * Parallel tests with `beforeAll` or `afterAll` around them have no groups of their own: every shard
   * cuts what it has of such a pool into as many groups as it has workers.
   */
  readonly pool?: string;
  readonly tests: readonly TestFacts[];
  readonly locks: readonly string[];
  /** Names of `@with:<name>`: all units of one name stay on one shard. */
  readonly with: readonly string[];
}

/** A project of the run, in the order of the configuration. */
export interface ProjectFacts {
  readonly name: string;
  /** Indexes of the projects that must have run before. */
  readonly dependencies: readonly number[];
  readonly teardown?: number;
  /** It is a set-up or teardown of others: it runs in full wherever one of those runs. */
  readonly serving: boolean;
  /** Limit of workers of its own. */
  readonly workers?: number;
}

/** All that a plan knows of a suite that Playwright has loaded and filtered. */
export interface SuiteFacts {
  readonly workers: number;
  /** Whether no filter has narrowed it, so that a test that is not in it is gone. */
  readonly isWhole: boolean;
  readonly projects: readonly ProjectFacts[];
  /** In the order of Playwright's queue: by project, file, and group in the file. */
  readonly units: readonly UnitFacts[];
}
