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

/** The line before those of the tests. */
export const FIRST_LINE = '{"version":1,"tests":{';
/** The line after those of the tests. */
export const LAST_LINE = '}}';

/**
 * Reads the text of a history file in any layout, as an editor may write it.
 *
 * @throws Error when it is not one (a damaged or foreign file).
 */
export function parseAnyLayout(text: string): History {
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
