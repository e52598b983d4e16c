import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const plannedTest = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  line: z.number(),
  project: z.string(),
  area: z.string().optional(),
  declared: z.array(z.string()),
  /** Whether it is skipped whatever happens. */
  skipped: z.boolean().optional(),
  /** The shards that run it: one, or for a test of a set-up every one that needs it. */
  shards: z.array(z.number()),
});

/** One test of a plan, as each shard knows it, whoever runs it. */
export type PlannedTest = z.output<typeof plannedTest>;

/** Where a shard writes the whole plan down, in its output folder. */
export function plannedTestsFile(output: string): string {
  return path.join(output, 'plan.jsonl');
}

/** How many lines are written at once: a plan of 50,000 tests is never one text. */
const AT_ONCE = 1_000;

/** Writes the whole plan down, a line a test: what a shard that is lost would have run, any other one can tell. */
export function writePlannedTests(output: string, tests: readonly PlannedTest[]): void {
  const file = plannedTestsFile(output);
  writeFileSync(file, '');
  for (let from = 0; from < tests.length; from += AT_ONCE) {
    const lines = tests.slice(from, from + AT_ONCE).map((test) => `${JSON.stringify(test)}\n`);
    writeFileSync(file, lines.join(''), { flag: 'a' });
  }
}

/**
 * Reads a plan.
 *
 * @throws Error when it is missing, or a line of it is damaged.
 */
export async function* readPlannedTests(output: string): AsyncGenerator<PlannedTest> {
  const lines = createInterface({ input: createReadStream(plannedTestsFile(output)), crlfDelay: Infinity });
  for await (const line of lines) yield plannedTest.parse(JSON.parse(line));
}
