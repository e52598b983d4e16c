import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const blocked = z.object({ service: z.string(), evidence: z.string() });
const failure = z.object({ message: z.string(), place: z.string().optional(), step: z.string().optional() });
const status = z.enum(['passed', 'failed', 'timedOut', 'skipped', 'interrupted']);

const began = z.object({ at: z.number(), begin: z.string(), retry: z.number() });
const ended = z.object({
  at: z.number(),
  end: z.string(),
  retry: z.number(),
  status,
  expected: status,
  ms: z.number(),
  blockedBy: blocked.optional(),
  failure: failure.optional(),
});
const entry = z.union([began, ended]);

/** The end of one attempt. */
export type EndedAttempt = z.output<typeof ended>;
/** One line of a journal; `at` in milliseconds since 1970. */
export type JournalEntry = z.output<typeof entry>;

/** Where a shard's journal is, in its output folder. */
export function journalFile(output: string): string {
  return path.join(output, 'journal.jsonl');
}

/**
 * A shard's journal: written through at the begin and the end of each attempt, so that nothing that has
 * ended is lost with the process.
 */
export class Journal {
  #file: number | undefined;

  /** Begins a new journal in the place of an old one. */
  constructor(output: string) {
    this.#file = openSync(journalFile(output), 'w');
  }

  /** @throws Error when it cannot be written; later entries are then left out. */
  add(entry: JournalEntry): void {
    if (this.#file === undefined) return;
    try {
      writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** What a journal tells of a test. */
export interface JournalTest {
  /** In the order in which they ended. */
  readonly attempts: EndedAttempt[];
  /** When its last attempt began, in milliseconds since 1970. */
  beganAt: number | undefined;
  /** Whether that attempt has not ended. */
  isRunning: boolean;
}

/** What could be read of a journal. */
export interface ReadJournal {
  readonly tests: ReadonlyMap<string, JournalTest>;
  /** Whether a line in the midst of it could not be read; one that was cut off at the end is no damage. */
  readonly isDamaged: boolean;
}

/**
 * Reads a journal line by line.
 *
 * @throws Error when there is none.
 */
export async function readJournal(output: string): Promise<ReadJournal> {
  const tests = new Map<string, JournalTest>();
  let bad = 0;
  let last = '';
  for await (const line of createInterface({ input: createReadStream(journalFile(output)), crlfDelay: Infinity })) {
    const parsed = parse(line);
    if (parsed) note(tests, parsed);
    else bad += 1;
    last = line;
  }
  const isCut = last !== '' && parse(last) === undefined;
  return { tests, isDamaged: bad > (isCut ? 1 : 0) };
}

function parse(line: string): JournalEntry | undefined {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function note(tests: Map<string, JournalTest>, one: JournalEntry): void {
  const id = 'begin' in one ? one.begin : one.end;
  const test = tests.get(id) ?? { attempts: [], beganAt: undefined, isRunning: false };
  tests.set(id, test);
  if ('begin' in one) {
    test.beganAt = one.at;
    test.isRunning = true;
  } else {
    test.attempts.push(one);
    test.isRunning = false;
  }
}
