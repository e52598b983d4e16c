import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cause } from '../../support/causes/cause';
import type { RunRecord, TestRecord } from '../../support/run/run-record';
import { blockedMessage } from '../../support/verdict/blocked';

/** The label by which a result is found again; taken out when it is marked. */
export const TEST_ID_LABEL = 'groundworkTestId';
/** The label with what has to be repaired, in one line. */
export const CAUSE_LABEL = 'cause';
/** The label with what kind of thing that is. */
export const CAUSE_KIND_LABEL = 'causeKind';

/** What is read of an Allure result, and written into it. */
export interface AllureResult {
  readonly status?: string;
  readonly statusDetails?: { readonly message?: string };
  readonly labels?: readonly { readonly name: string; readonly value: string }[];
  readonly parameters?: readonly { readonly name: string; readonly value: string }[];
}

/** The verdict of a result's test, and what has to be repaired. */
export interface Mark {
  readonly record: TestRecord;
  readonly cause: Cause | undefined;
  /** Whether the result must be found again: a merge marks what shards have marked. */
  readonly keepsId: boolean;
}

const OWN: ReadonlySet<string> = new Set([TEST_ID_LABEL, CAUSE_LABEL, CAUSE_KIND_LABEL, 'verdict', 'blockedBy']);

/**
 * Gives every Allure result the verdict of its test: labels `verdict`, `blockedBy` and `cause`, and for
 * a blocked test the reason in place of the error that it died of. Verdicts are known at the end only.
 *
 * @returns ids of the tests that have a result
 */
export function markResults(folder: string, run: Pick<RunRecord, 'tests' | 'causes' | 'shard'>): ReadonlySet<string> {
  const seen = new Set<string>();
  const records = new Map(run.tests.map((test) => [test.id, test]));
  const causes = new Map(run.causes.map((cause) => [cause.id, cause]));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('-result.json'))) {
    const file = path.join(folder, name);
    const result = parse(readFileSync(file, 'utf8'));
    const record = result && records.get(testIdOf(result) ?? '');
    if (!result || !record) continue;
    seen.add(record.id);
    const mark = { record, cause: causes.get(record.cause ?? ''), keepsId: run.shard !== undefined };
    writeFileSync(file, JSON.stringify(markResult(result, mark)));
  }
  return seen;
}

/** The id of the test that a result is of, as long as it is there. */
export function testIdOf({ labels }: AllureResult): string | undefined {
  return labels?.find(({ name }) => name === TEST_ID_LABEL)?.value;
}

/** One result with its mark, in the place of one that it may have. */
export function markResult<T extends AllureResult>(result: T, { record, cause, keepsId }: Mark): T {
  const { verdict, blockedBy } = record;
  const kept = (result.labels ?? []).filter(({ name }) => !OWN.has(name));
  const id = keepsId ? [{ name: TEST_ID_LABEL, value: record.id }] : [];
  const told = cause ? [{ name: CAUSE_LABEL, value: cause.summary }, { name: CAUSE_KIND_LABEL, value: cause.kind }] : [];
  const labels = [...kept, ...id, { name: 'verdict', value: verdict }, ...told];
  // Allure calls it skipped, which somebody would have had to say.
  if (verdict === 'unknown') return { ...result, labels, status: 'unknown', statusDetails: { ...result.statusDetails, message: unknownMessage(record) } };
  if (!blockedBy) return { ...result, labels };
  const message = blockedMessage(blockedBy);
  return {
    ...result,
    labels: [...labels, { name: 'blockedBy', value: blockedBy.service }],
    status: 'skipped',
    statusDetails: { ...result.statusDetails, message },
  };
}

/** What is told of a test of which nothing is known. */
export function unknownMessage({ lost }: Pick<TestRecord, 'lost'>): string {
  return lost?.reason ?? 'It never ran to its end.';
}

function parse(text: string): AllureResult | undefined {
  try {
    return JSON.parse(text) as AllureResult; // Allure's own format
  } catch {
    return undefined;
  }
}
