import { z } from 'zod';
import { VERDICTS } from '../verdict/verdict';

const milliseconds = z.number().optional();

const entry = z.object({
  title: z.string(),
  file: z.string(),
  project: z.string(),
  /** Milliseconds of the last attempts that passed, newest last. */
  durations: z.array(z.number()),
  verdicts: z.array(z.enum(VERDICTS)),
  needs: z.array(z.string()),
  /** Milliseconds that a worker spent around it: hooks, the load of its file. */
  around: milliseconds,
  /** Milliseconds that a new worker took to start, where it was the first one's. */
  start: milliseconds,
  /** Milliseconds of the last attempt that failed. */
  failed: milliseconds,
});

const schema = z.object({ version: z.literal(1), tests: z.record(z.string(), entry) });

/** What is known of one test from its last runs. */
export type HistoryEntry = z.output<typeof entry>;
/** What is known of all tests, by test id. */
export type History = Readonly<Record<string, HistoryEntry>>;

/** How many runs are kept. */
export const KEPT_RUNS = 5;

const FIRST_LINE = '{"version":1,"tests":{';
const LAST_LINE = '}}';

/** What could be read of a history file. */
export interface ReadHistory {
  readonly history: History;
  /** Whether something of it could not be read: a damaged or foreign file. */
  readonly isDamaged: boolean;
}

/**
 * Reads a history file, line by line: a large one is never in memory as a whole text, and of a damaged
 * one the lines that are good are kept.
 */
export function parseHistoryFile(content: Buffer): ReadHistory {
  const history: Record<string, HistoryEntry> = {};
  const shared = sharing();
  const { lines, isWhole } = linesOf(content);
  let isDamaged = !isWhole;
  for (const line of lines) {
    const parsed = parseLine(line);
    if (parsed) history[parsed.id] = shared(parsed.entry);
    else isDamaged = true;
  }
  return isDamaged ? (parseAnyJson(content) ?? { history, isDamaged }) : { history, isDamaged };
}

/** Lets entries share what is the same in most of them: lists of verdicts and needs, names of files and projects. */
function sharing(): (entry: HistoryEntry) => HistoryEntry {
  const verdicts = firstOf<HistoryEntry['verdicts']>();
  const texts = firstOf<string>();
  const needs = firstOf<string[]>();
  return (one) => {
    one.verdicts = verdicts(one.verdicts.join(), one.verdicts);
    one.needs = needs(JSON.stringify(one.needs), one.needs);
    one.file = texts(one.file, one.file);
    one.project = texts(one.project, one.project);
    return one;
  };
}

/** Gives, for every value, the first that came under its key. */
function firstOf<T>(): (key: string, value: T) => T {
  const first = new Map<string, T>();
  return (key, value) => {
    const known = first.get(key);
    if (known === undefined) first.set(key, value);
    return known ?? value;
  };
}

/** The same in another layout, as an editor may write it. */
function parseAnyJson(content: Buffer): ReadHistory | undefined {
  try {
    return { history: parseHistory(content.toString('utf8')), isDamaged: false };
  } catch {
    return undefined;
  }
}

function linesOf(content: Buffer): { lines: Iterable<string>; isWhole: boolean } {
  const text = content.subarray(-LAST_LINE.length - 2).toString('utf8').trimEnd();
  const isWhole = content.subarray(0, FIRST_LINE.length + 1).toString('utf8') === `${FIRST_LINE}\n` && text.endsWith(`\n${LAST_LINE}`);
  return { lines: testLines(content), isWhole };
}

function* testLines(content: Buffer): Generator<string> {
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf(10, from);
    const to = end < 0 ? content.length : end;
    const line = content.toString('utf8', from, to);
    if (line !== '' && line !== FIRST_LINE && line !== LAST_LINE) yield line;
    from = to + 1;
  }
}

function parseLine(line: string): { readonly id: string; readonly entry: HistoryEntry } | undefined {
  const colon = line.indexOf('":');
  if (!line.startsWith('"') || colon < 0) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(colon + 2, line.endsWith(',') ? -1 : undefined));
    const id = line.slice(1, colon);
    // An id with a quote or a line break in it is none of Playwright's.
    return isEntry(value) && !id.includes('\\') ? { id, entry: value } : undefined;
  } catch {
    return undefined;
  }
}

/** What the schema says, by hand: it is asked a quarter of a million times. */
function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Partial<Record<keyof HistoryEntry, unknown>>; // checked here
  return (
    typeof one.title === 'string' &&
    typeof one.file === 'string' &&
    typeof one.project === 'string' &&
    isListOf(one.durations, 'number') &&
    isListOf(one.verdicts, 'string') &&
    one.verdicts.every((verdict) => KNOWN.has(verdict)) &&
    isListOf(one.needs, 'string') &&
    isTime(one.around) &&
    isTime(one.start) &&
    isTime(one.failed)
  );
}

const KNOWN: ReadonlySet<unknown> = new Set(VERDICTS);

function isListOf(value: unknown, type: 'number' | 'string'): value is unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === type);
}

function isTime(value: unknown): boolean {
  return value === undefined || typeof value === 'number';
}

/**
 * Reads the text of a history file, in any layout.
 *
 * @throws Error when it is not one (a damaged or foreign file).
 */
export function parseHistory(text: string): History {
  return schema.parse(JSON.parse(text)).tests;
}

/** The text of a history file: sorted, one line a test, so that diffs are small and merge by hand. */
export function formatHistory(history: History): string {
  const key = ([id, { file, title, project }]: [string, HistoryEntry]) =>
    [file, title, project, id].join('\0');
  const lines = Object.entries(history)
    .map((one) => ({ key: key(one), line: `${JSON.stringify(one[0])}:${JSON.stringify(one[1])}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ line }) => line);
  return `${FIRST_LINE}\n${lines.join(',\n')}\n${LAST_LINE}\n`;
}
