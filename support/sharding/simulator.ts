import { phasesOf } from './phases';
import { groupsOfShard } from './groups-of-shard';
import { groupCost, type PricedSuite, type PricedUnit } from './priced-suite';
import { runQueue } from './run-queue';
import { Slots } from './slots';

/** What a simulation costs beside its groups, in groups. */
const OVERHEAD = 20;
/** What a group costs more where groups must be made first, or wait for each other. */
const INVOLVED = 10;
const WAITING = 100;

/**
 * Says when a shard would finish: Playwright's own way of running it, priced. The phases of its projects
 * follow each other; in each, the groups are a queue in file order over the workers.
 */
export class Simulator {
  /** How many groups have been run so far: a measure of work that is the same on every machine. */
  steps = 0;

  readonly #suite: PricedSuite;
  readonly #workers: number;
  /** A unit's project, worker and cost; in arrays, because they are read a million times. */
  readonly #project: Int32Array;
  readonly #worker: Int32Array;
  readonly #cost: Float64Array;
  readonly #serving = new Map<number, readonly number[]>();
  /** Projects whose queue is not simply their units in file order. */
  readonly #involved: ReadonlySet<number>;
  readonly #hasLimits: boolean;
  readonly #phases = new Map<string, readonly (readonly number[])[]>();
  readonly #slots: Slots;

  constructor(suite: PricedSuite) {
    const { units, projects } = suite;
    this.#suite = suite;
    this.#workers = suite.workers;
    this.#project = new Int32Array(units.length);
    this.#worker = new Int32Array(units.length);
    this.#cost = new Float64Array(units.length);
    units.forEach((unit, index) => {
      this.#project[index] = unit.project;
      this.#worker[index] = unit.worker;
      this.#cost[index] = groupCost(unit);
    });
    projects.forEach(({ serving }, index) => {
      if (serving) this.#serving.set(index, indexesOf(units, index));
    });
    this.#involved = involvedProjects(units);
    this.#hasLimits = units.some(({ locks }) => locks.length > 0) || projects.some(({ workers }) => workers !== undefined);
    this.#slots = new Slots(suite.workers);
  }

  /** What a unit costs in a warm worker. */
  cost(unit: number): number {
    return this.#cost[unit] ?? 0;
  }

  /** How long a set-up or teardown project takes alone. */
  serving(project: number): number {
    const list = this.#serving.get(project) ?? [];
    return this.#run([list]);
  }

  /**
   * When a shard of these units finishes, in milliseconds, with the set-ups that it needs.
   *
   * @param own indexes of units, ascending
   */
  finish(own: readonly number[]): number {
    const slices = this.#slices(own);
    let total = 0;
    this.steps += OVERHEAD;
    for (const phase of this.#phasesOf(slices)) {
      const lists = phase.map((project) => this.#serving.get(project) ?? slices.get(project) ?? []);
      this.steps += lists.reduce((sum, list) => sum + list.length, 0);
      total += this.#run(lists);
    }
    return total;
  }

  /** The shard's units by project: they follow each other already. */
  #slices(own: readonly number[]): Map<number, readonly number[]> {
    const slices = new Map<number, readonly number[]>();
    let from = 0;
    for (let at = 1; at <= own.length; at += 1) {
      const project = this.#project[own[from] ?? 0] ?? 0;
      if (at < own.length && this.#project[own[at] ?? 0] === project) continue;
      slices.set(project, from === 0 && at === own.length ? own : own.slice(from, at));
      from = at;
    }
    return slices;
  }

  #phasesOf(slices: ReadonlyMap<number, unknown>): readonly (readonly number[])[] {
    const present = [...slices.keys()];
    const key = present.join();
    const known = this.#phases.get(key);
    if (known) return known;
    const phases = phasesOf(this.#suite.projects, present);
    this.#phases.set(key, phases);
    return phases;
  }

  #run(lists: readonly (readonly number[])[]): number {
    return this.#hasLimits ? this.#runWithLimits(lists) : this.#runFreely(lists);
  }

  #runFreely(lists: readonly (readonly number[])[]): number {
    const slots = this.#slots;
    slots.clear();
    for (const list of lists) {
      const [first] = list;
      if (first === undefined) continue;
      const project = this.#project[first] ?? 0;
      const start = this.#suite.projects[project]?.startMs ?? 0;
      if (this.#involved.has(project)) {
        for (const { worker, cost } of groupsOfShard(this.#suite, list)) slots.run(worker, cost, start);
        this.steps += list.length * INVOLVED;
        continue;
      }
      const worker = this.#worker[first] ?? 0;
      for (const unit of list) slots.run(worker, this.#cost[unit] ?? 0, start);
    }
    return slots.last;
  }

  #runWithLimits(lists: readonly (readonly number[])[]): number {
    const { projects } = this.#suite;
    const jobs = lists.flatMap((list) => groupsOfShard(this.#suite, list));
    this.steps += jobs.length * WAITING;
    const starts = projects.map(({ startMs }) => startMs);
    return runQueue(jobs, { workers: this.#workers, starts, limits: projects.map(({ workers }) => workers) });
  }
}

function indexesOf(units: readonly PricedUnit[], project: number): readonly number[] {
  return units.flatMap((unit, index) => (unit.project === project ? index : []));
}

function involvedProjects(units: readonly PricedUnit[]): ReadonlySet<number> {
  const worker = new Map<number, number>();
  const involved = new Set<number>();
  for (const unit of units) {
    const first = worker.get(unit.project) ?? unit.worker;
    worker.set(unit.project, first);
    if (unit.pool !== undefined || unit.worker !== first) involved.add(unit.project);
  }
  return involved;
}
