import { FIRST_LINE, LAST_LINE } from './history';
import { LineScanner } from './line-scanner';
import { parseLine } from './parse-line';
import { RowIndex } from './row-index';
import { timesOf, type TestTimes } from './test-times';
import { TimesTable } from './times-table';

const LINE_BREAK = 0x0a;
/** Stands before and behind the name of a test; within a text its quotes would be escaped. */
const NAME = Buffer.from('":{');
const BEHIND_NAME = Buffer.from(',"durations":[');

/**
 * Looks at every line of a history file and notes where it is, in a row for each test. A large file is never in
 * memory as a whole text, and of a damaged one the lines that are good are kept.
 */
export class ScannedHistory {
  readonly index: RowIndex;
  readonly times: TimesTable;
  /** Whether something of it could not be read: a damaged or foreign file, or one in another layout. */
  readonly isDamaged: boolean;

  readonly #content: Buffer;
  /** Where the line of each row begins. */
  readonly #lines: Uint32Array;
  /** Rows that are not written as Groundwork writes them. */
  readonly #other = new Set<number>();
  /** Rows of tests that have another line below: the last counts. */
  readonly #outdated = new Set<number>();
  #next = 0;

  constructor(content: Buffer) {
    const most = countLines(content);
    this.index = new RowIndex(content, most);
    this.times = new TimesTable(most);
    this.#content = content;
    this.#lines = new Uint32Array(most);
    const areGood = this.#scan();
    this.isDamaged = !areGood || !hasFrame(content);
  }

  /** How many tests there are. */
  get size(): number {
    return this.#next - this.#outdated.size;
  }

  /** The rows of all tests. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.#next; row += 1) if (!this.#outdated.has(row)) yield row;
  }

  /** The part of a row's line that names the test, as JSON; `undefined` where it is written in another way. */
  nameOf(row: number): string | undefined {
    if (this.#other.has(row)) return undefined;
    const from = this.#content.indexOf(NAME, this.#lines[row]) + NAME.length - 1;
    return `${this.#content.toString('utf8', from, this.#content.indexOf(BEHIND_NAME, from))}}`;
  }

  /** The text of a row's line. */
  line(row: number): string {
    const from = this.#lines[row] ?? 0;
    return this.#content.toString('utf8', from, endOfLine(this.#content, from));
  }

  #scan(): boolean {
    const content = this.#content;
    const scanner = new LineScanner(content);
    let areGood = true;
    for (let at = 0; at < content.length; ) {
      if (scanner.line(at)) {
        this.#add(at, scanner.idTo, scanner.times);
        at = scanner.next;
      } else {
        const end = endOfLine(content, at);
        areGood = this.#parse(content.toString('utf8', at, end), at) && areGood;
        at = end + 1;
      }
    }
    return areGood;
  }

  /** A line that is not written as Groundwork writes it. */
  #parse(line: string, at: number): boolean {
    if (line === '' || line === FIRST_LINE || line === LAST_LINE) return true;
    const parsed = parseLine(line);
    if (!parsed) return false;
    this.#other.add(this.#next);
    this.#add(at, at + 1 + Buffer.byteLength(parsed.id), timesOf(parsed.entry));
    return true;
  }

  /** The id begins behind the line's first quote. */
  #add(from: number, idTo: number, times: TestTimes): void {
    const row = this.#next;
    const before = this.index.add(row, from + 1, idTo);
    if (before !== undefined) this.#outdated.add(before);
    this.times.set(row, times);
    this.#lines[row] = from;
    this.#next += 1;
  }
}

function hasFrame(content: Buffer): boolean {
  const end = content.subarray(-LAST_LINE.length - 2).toString('utf8').trimEnd();
  return content.subarray(0, FIRST_LINE.length + 1).toString('utf8') === `${FIRST_LINE}\n` && end.endsWith(`\n${LAST_LINE}`);
}

function countLines(content: Buffer): number {
  let count = 1;
  for (let at = content.indexOf(LINE_BREAK); at >= 0; at = content.indexOf(LINE_BREAK, at + 1)) count += 1;
  return count;
}

function endOfLine(content: Buffer, from: number): number {
  const end = content.indexOf(LINE_BREAK, from);
  return end < 0 ? content.length : end;
}
