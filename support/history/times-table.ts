import { VERDICTS } from '../verdict/verdict';
import type { TestTimes } from './test-times';

/** The times of very many tests, one row each, in arrays of numbers instead of objects. */
export class TimesTable {
  readonly #middle: Float64Array;
  readonly #failed: Float64Array;
  readonly #around: Float64Array;
  readonly #start: Float64Array;
  /** Place in `VERDICTS`, or one behind all of them. */
  readonly #last: Uint8Array;

  constructor(rows: number) {
    this.#middle = new Float64Array(rows);
    this.#failed = new Float64Array(rows);
    this.#around = new Float64Array(rows);
    this.#start = new Float64Array(rows);
    this.#last = new Uint8Array(rows);
  }

  /** Writes a row. */
  set(row: number, { middle = NaN, failed = NaN, around = NaN, start = NaN, last }: TestTimes): void {
    this.#middle[row] = middle;
    this.#failed[row] = failed;
    this.#around[row] = around;
    this.#start[row] = start;
    this.#last[row] = last === undefined ? VERDICTS.length : VERDICTS.indexOf(last);
  }

  /** Reads a row. */
  get(row: number): TestTimes {
    return {
      middle: told(this.#middle[row]),
      failed: told(this.#failed[row]),
      around: told(this.#around[row]),
      start: told(this.#start[row]),
      last: VERDICTS[this.#last[row] ?? VERDICTS.length],
    };
  }

  /** Whether a start of a worker was measured with the test of this row. */
  hasStart(row: number): boolean {
    return told(this.#start[row]) !== undefined;
  }
}

function told(ms: number | undefined): number | undefined {
  return ms === undefined || Number.isNaN(ms) ? undefined : ms;
}
