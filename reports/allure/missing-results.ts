import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cause } from '../../support/causes/cause';
import type { RunRecord, TestRecord } from '../../support/run/run-record';
import { markResult, type AllureResult } from './mark-results';

const STATUS: Readonly<Record<TestRecord['verdict'], string>> = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failed',
  blocked: 'skipped',
  skipped: 'skipped',
  unknown: 'unknown',
};

/** A test of which no result can be shown. */
export interface MissingResult {
  readonly test: TestRecord;
  /** Which shard was to leave it, as `1 of 2`: of a set-up, each shard has one of its own. */
  readonly shard?: string;
}

/**
 * Writes a result for tests that have none: those that are lost, and those whose result was damaged. A report
 * that leaves them out would look greener than the run is.
 */
export function writeMissingResults(results: string, run: RunRecord, missing: readonly MissingResult[]): void {
  const causes = new Map(run.causes.map((cause) => [cause.id, cause]));
  for (const one of missing) {
    const text = JSON.stringify(resultOf(one, run, causes.get(one.test.cause ?? '')));
    writeFileSync(path.join(results, `${randomUUID()}-result.json`), text);
  }
}

function resultOf({ test, shard }: MissingResult, run: RunRecord, cause: Cause | undefined): AllureResult {
  const titles = test.title.split(' › ');
  const at = Date.parse(run.startedAt);
  const labels = [
    ['language', 'javascript'],
    ['framework', 'playwright'],
    ['parentSuite', test.project],
    ['suite', test.file],
    ...(titles.length > 1 ? [['subSuite', titles.slice(0, -1).join(' › ')]] : []),
    ...(test.area === undefined ? [] : [['area', test.area], ['epic', test.area]]),
    ...test.declared.map((service) => ['service', service]),
  ].map(([name = '', value = '']) => ({ name, value }));
  const result = {
    uuid: randomUUID(),
    name: titles.at(-1) ?? test.title,
    fullName: [test.file, test.title].join(' › '),
    testCaseId: createHash('md5').update([test.file, test.title].join('#')).digest('hex'),
    status: STATUS[test.verdict],
    statusDetails: { message: test.failure?.message ?? 'Its result could not be read: only its verdict is known.' },
    stage: 'finished',
    start: at,
    stop: at + test.durationMs,
    labels,
    parameters: [
      ...(test.project ? [{ name: 'Project', value: test.project }] : []),
      ...(shard === undefined ? [] : [{ name: 'Shard', value: shard }]),
    ],
    steps: [],
    attachments: [],
    links: [],
  };
  return markResult(result, { record: test, cause, keepsId: false });
}
