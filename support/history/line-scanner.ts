import { median } from '../data/median';
import { VERDICTS, type Verdict } from '../verdict/verdict';
import { ByteCursor } from './byte-cursor';
import type { TestTimes } from './test-times';

const COMMA = 0x2c;
const COLON = 0x3a;
const LINE_BREAK = 0x0a;
const LIST_END = 0x5d;
const OBJECT_END = 0x7d;

const TITLE = Buffer.from('{"title":');
const FILE = Buffer.from(',"file":');
const PROJECT = Buffer.from(',"project":');
const DURATIONS = Buffer.from(',"durations":[');
const VERDICT_LIST = Buffer.from(',"verdicts":[');
const NEEDS = Buffer.from(',"needs":[');
const AROUND = Buffer.from(',"around":');
const START = Buffer.from(',"start":');
const FAILED = Buffer.from(',"failed":');
const KNOWN_VERDICTS = VERDICTS.map((verdict) => Buffer.from(`"${verdict}"`));

/**
 * Goes over a history's lines as `formatHistory` writes them, and takes from each what a plan needs: to parse
 * each would make a quarter of a million objects of which hardly one is looked at.
 */
export class LineScanner {
  /** Where the test id of the line that was last gone over ends; it begins behind the line's first quote. */
  idTo = 0;
  /** The times of that line. */
  times: TestTimes = { middle: undefined, failed: undefined, around: undefined, start: undefined, last: undefined };
  /** Where the line after it begins. */
  next = 0;

  readonly #cursor: ByteCursor;
  readonly #durations: number[] = [];
  #last: Verdict | undefined;

  readonly #duration = (): boolean => {
    if (!this.#cursor.whole()) return false;
    this.#durations.push(this.#cursor.value);
    return true;
  };
  readonly #verdict = (): boolean => {
    const place = KNOWN_VERDICTS.findIndex((verdict) => this.#cursor.literal(verdict));
    this.#last = VERDICTS[place];
    return place >= 0;
  };
  readonly #need = (): boolean => this.#cursor.text();

  constructor(content: Uint8Array) {
    this.#cursor = new ByteCursor(content);
  }

  /**
   * Goes over the line that begins here. `false` says only that it is written in another way: it may be a good
   * one nevertheless.
   */
  line(from: number): boolean {
    const cursor = this.#cursor;
    cursor.at = from;
    if (!cursor.text() || cursor.isEscaped) return false;
    this.idTo = cursor.at - 1;
    if (!cursor.byte(COLON) || !this.#place() || !this.#runs()) return false;
    const around = this.#time(AROUND);
    const start = this.#time(START);
    const failed = this.#time(FAILED);
    if (!cursor.byte(OBJECT_END)) return false;
    cursor.byte(COMMA);
    if (!cursor.byte(LINE_BREAK)) return false;
    this.times = { middle: median(this.#durations), failed, around, start, last: this.#last };
    this.next = cursor.at;
    return true;
  }

  #place(): boolean {
    const cursor = this.#cursor;
    return cursor.literal(TITLE) && cursor.text() && cursor.literal(FILE) && cursor.text() && cursor.literal(PROJECT) && cursor.text();
  }

  #runs(): boolean {
    const cursor = this.#cursor;
    this.#durations.length = 0;
    this.#last = undefined;
    return (
      cursor.literal(DURATIONS) &&
      this.#list(this.#duration) &&
      cursor.literal(VERDICT_LIST) &&
      this.#list(this.#verdict) &&
      cursor.literal(NEEDS) &&
      this.#list(this.#need)
    );
  }

  #list(item: () => boolean): boolean {
    const cursor = this.#cursor;
    if (cursor.byte(LIST_END)) return true;
    do {
      if (!item()) return false;
    } while (cursor.byte(COMMA));
    return cursor.byte(LIST_END);
  }

  #time(name: Uint8Array): number | undefined {
    const cursor = this.#cursor;
    return cursor.literal(name) && cursor.whole() ? cursor.value : undefined;
  }
}
