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

interface AllureResult {
  readonly status?: string;
  readonly statusDetails?: { readonly message?: string };
  readonly labels?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Gives every Allure result the verdict of its test: labels `verdict`, `blockedBy` and `cause`, and for
 * a blocked test the reason in place of the error that it died of. Verdicts are known at the end only.
 */
export function markResults(folder: string, run: Pick<RunRecord, 'tests' | 'causes'>): void {
  const records = new Map(run.tests.map((test) => [test.id, test]));
  const causes = new Map(run.causes.map((cause) => [cause.id, cause]));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('-result.json'))) {
    const file = path.join(folder, name);
    const result = parse(readFileSync(file, 'utf8'));
    const id = result?.labels?.find((label) => label.name === TEST_ID_LABEL)?.value;
    const record = id === undefined ? undefined : records.get(id);
    if (result && record) writeFileSync(file, JSON.stringify(marked(result, record, causes.get(record.cause ?? ''))));
  }
}

function marked(result: AllureResult, record: TestRecord, cause: Cause | undefined): AllureResult {
  const { verdict, blockedBy } = record;
  const kept = (result.labels ?? []).filter(({ name }) => name !== TEST_ID_LABEL);
  const told = cause ? [{ name: CAUSE_LABEL, value: cause.summary }, { name: CAUSE_KIND_LABEL, value: cause.kind }] : [];
  const labels = [...kept, { name: 'verdict', value: verdict }, ...told];
  if (!blockedBy) return { ...result, labels };
  const message = blockedMessage(blockedBy);
  return {
    ...result,
    labels: [...labels, { name: 'blockedBy', value: blockedBy.service }],
    status: 'skipped',
    statusDetails: { ...result.statusDetails, message },
  };
}

function parse(text: string): AllureResult | undefined {
  try {
    return JSON.parse(text) as AllureResult; // Allure's own format
  } catch {
    return undefined;
  }
}
