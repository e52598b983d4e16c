import { median } from '../data/median';
import type { TestTimes } from '../history/test-times';

/** What is known of a test's time. */
export interface Price {
  /** Milliseconds that it is expected to take: nothing, when it was blocked or skipped itself. */
  readonly ms: number | undefined;
  /** Milliseconds that it takes when it runs. */
  readonly fullMs: number | undefined;
  /** Milliseconds that its worker needs around it: hooks, the load of its file. */
  readonly aroundMs: number | undefined;
}

/** The price of a test by its history; a test that failed last is expected to fail again, and to take as long. */
export function priceOf({ middle, failed, around, last }: TestTimes): Price {
  const fullMs = (last === 'failed' ? failed : undefined) ?? middle ?? failed;
  // One that has never run skips itself; one that has run before was kept from running.
  const isFree = last === 'blocked' || (last === 'skipped' && fullMs === undefined);
  return { ms: isFree ? 0 : fullMs, fullMs, aroundMs: around };
}

/** Where a test is. */
export interface Place {
  readonly file: string;
  readonly project: string;
}

/** Typical times of files and projects, for tests that tell none themselves. */
export class PriceBook {
  readonly #files = new Map<string, Map<string, number[]>>();
  readonly #typical = new Map<string, number>();

  /** Notes what a test of this file and project takes. */
  note({ file, project }: Place, ms: number): void {
    const projects = this.#files.get(file) ?? new Map<string, number[]>();
    this.#files.set(file, projects);
    const times = projects.get(project);
    if (times) times.push(ms);
    else projects.set(project, [ms]);
  }

  /** The typical time of the tests of its file in its project, else of its file, its project, or all. */
  typical({ file, project }: Place): number | undefined {
    const projects = this.#files.get(file);
    return (
      this.#middle(`${file}\0${project}`, () => projects?.get(project) ?? []) ??
      this.#middle(`file\0${file}`, () => [...(projects?.values() ?? [])].flat()) ??
      this.#middle(`project\0${project}`, () => [...this.#files.values()].flatMap((one) => one.get(project) ?? [])) ??
      this.#middle('', () => [...this.#files.values()].flatMap((one) => [...one.values()].flat()))
    );
  }

  #middle(key: string, times: () => readonly number[]): number | undefined {
    const known = this.#typical.get(key) ?? median(times());
    if (known !== undefined) this.#typical.set(key, known);
    return known;
  }
}
