import type { FullProject, TestCase, TestResult } from '@playwright/test/reporter';
import { median } from '../../support/data/median';

/** What a worker spent on a test beside the test itself, in milliseconds. */
export interface TimesAround {
  /** Hooks and the load of its file, in a worker that ran already. */
  readonly aroundMs?: number;
  /** The start of the worker: process, modules, browser, worker fixtures. */
  readonly startMs?: number;
}

interface Slot {
  readonly worker: number;
  readonly freeAt: number;
}

/**
 * Measures what Playwright's durations leave out: a test's duration has neither hooks nor worker fixtures
 * nor the start of its worker in it, and a plan must pay for them all.
 */
export class TestTimes {
  readonly #beganAt: number;
  #endedAt: number;
  readonly #slots = new Map<number, Slot>();
  /** When the last test of each project ended: what depends on it could not start before. */
  readonly #endOf = new Map<string, number>();
  readonly #warm = new Map<string, { readonly project: string; readonly ms: number }>();
  readonly #fresh = new Map<string, { readonly project: string; readonly ms: number }>();

  /** @param beganAt when the tests began, in milliseconds since 1970 */
  constructor(beganAt: number) {
    this.#beganAt = beganAt;
    this.#endedAt = beganAt;
  }

  /** Notes the end of an attempt. */
  note(test: TestCase, result: TestResult, now = Date.now()): void {
    const project = test.parent.project();
    this.#endedAt = now;
    this.#endOf.set(project?.name ?? '', now);
    const { parallelIndex, workerIndex, retry, duration, status } = result;
    if (workerIndex < 0 || status === 'interrupted') return;
    const slot = this.#slots.get(parallelIndex);
    this.#slots.set(parallelIndex, { worker: workerIndex, freeAt: now });
    // A retry has a new worker because of the failure, and a skipped test asks for nothing.
    if (retry > 0 || status === 'skipped') return;
    const from = Math.max(slot?.freeAt ?? this.#beganAt, this.#couldStart(project));
    const ms = Math.max(0, Math.round(now - from - duration));
    const isWarm = slot?.worker === workerIndex;
    (isWarm ? this.#warm : this.#fresh).set(test.id, { project: project?.name ?? '', ms });
  }

  /** Milliseconds from the beginning to the end of the last test. */
  get passedMs(): number {
    return this.#endedAt - this.#beganAt;
  }

  #couldStart(project: FullProject | undefined): number {
    return Math.max(this.#beganAt, ...(project?.dependencies ?? []).map((name) => this.#endOf.get(name) ?? 0));
  }

  /** What was measured, by test id. */
  get all(): ReadonlyMap<string, TimesAround> {
    const typical = (project: string): number =>
      median([...this.#warm.values()].filter((one) => one.project === project).map(({ ms }) => ms)) ?? 0;
    const projects = new Set([...this.#fresh.values()].map(({ project }) => project));
    const around = new Map([...projects].map((project) => [project, typical(project)]));
    return new Map<string, TimesAround>([
      ...[...this.#warm].map(([id, { ms }]) => [id, { aroundMs: ms }] as const),
      // A first test has both; what is usual around a test is not the worker's.
      ...[...this.#fresh].map(([id, { ms, project }]) => [id, { startMs: Math.max(0, Math.round(ms - (around.get(project) ?? 0))) }] as const),
    ]);
  }
}
