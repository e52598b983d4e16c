import { formatHistory, parseAnyLayout, type History, type HistoryEntry } from './history';
import { parseLine, type ParsedLine } from './parse-line';
import { ScannedHistory } from './scan-history';
import { shareAlike } from './share-alike';
import type { TestTimes } from './test-times';

/** What a test is called, and where it is. */
export type TestName = Pick<HistoryEntry, 'title' | 'file' | 'project'>;

/** What could be read of a history file. */
export interface ReadHistory {
  readonly tests: KnownTests;
  /** Whether something of it could not be read: a damaged or foreign file. */
  readonly isDamaged: boolean;
}

/**
 * What a history tells of its tests, each in a *row*. Every line has been looked at and its times are at hand; the
 * rest is parsed when it is asked for, so that a very large history is held as its bytes.
 */
export class KnownTests {
  readonly #scanned: ScannedHistory;

  private constructor(scanned: ScannedHistory) {
    this.#scanned = scanned;
  }

  /** A history that is in memory. */
  static of(history: History): KnownTests {
    return new KnownTests(new ScannedHistory(Buffer.from(formatHistory(history))));
  }

  /** Reads the content of a history file; of a damaged one the lines that are good are kept. */
  static read(content: Buffer): ReadHistory {
    const scanned = new ScannedHistory(content);
    const other = scanned.isDamaged ? inAnyLayout(content) : undefined;
    return other ? { tests: KnownTests.of(other), isDamaged: false } : { tests: new KnownTests(scanned), isDamaged: scanned.isDamaged };
  }

  /** How many tests are known. */
  get size(): number {
    return this.#scanned.size;
  }

  /** The row of a test. */
  rowOf(id: string): number | undefined {
    return this.#scanned.index.find(id);
  }

  /** All rows. */
  rows(): Iterable<number> {
    return this.#scanned.rows();
  }

  /** The times of a row. */
  times(row: number): TestTimes {
    return this.#scanned.times.get(row);
  }

  /** The name of a row's test. */
  name(row: number): TestName {
    const text = this.#scanned.nameOf(row);
    // Written by `formatHistory`, as every line whose name can be told from the rest.
    return text === undefined ? this.entry(row) : (JSON.parse(text) as TestName);
  }

  /** Everything that is known of a row. */
  entry(row: number): HistoryEntry {
    return this.#line(row).entry;
  }

  /** Everything that is known of a test. */
  get(id: string): HistoryEntry | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.entry(row);
  }

  /** Everything that is known of all tests, for those who change it. */
  all(): History {
    const shared = shareAlike();
    const all: Record<string, HistoryEntry> = {};
    for (const row of this.rows()) {
      const { id, entry } = this.#line(row);
      all[id] = shared(entry);
    }
    return all;
  }

  #line(row: number): ParsedLine {
    const parsed = parseLine(this.#scanned.line(row));
    if (!parsed) throw new Error('a line of the history was good when it was read, and is not now');
    return parsed;
  }
}

function inAnyLayout(content: Buffer): History | undefined {
  try {
    return parseAnyLayout(content.toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Everything that the content of a history file tells.
 *
 * @throws Error when something of it cannot be read (a damaged or foreign file).
 */
export function parseHistory(content: Buffer): History {
  const { tests, isDamaged } = KnownTests.read(content);
  // Says what is wrong with it.
  return isDamaged ? parseAnyLayout(content.toString('utf8')) : tests.all();
}
