import { z } from 'zod';

const entry = z.object({
  title: z.string(),
  file: z.string(),
  project: z.string(),
  /** Milliseconds of the last attempts that passed, newest last. */
  durations: z.array(z.number()),
  verdicts: z.array(z.enum(['passed', 'failed', 'flaky', 'skipped', 'blocked'])),
  needs: z.array(z.string()),
});

const schema = z.object({ version: z.literal(1), tests: z.record(z.string(), entry) });

/** What is known of one test from its last runs. */
export type HistoryEntry = z.output<typeof entry>;
/** What is known of all tests, by test id. */
export type History = Readonly<Record<string, HistoryEntry>>;

/** How many runs are kept. */
export const KEPT_RUNS = 5;

/**
 * Reads the text of a history file.
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
  return `{"version":1,"tests":{\n${lines.join(',\n')}\n}}\n`;
}
