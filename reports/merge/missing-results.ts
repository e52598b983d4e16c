import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cause } from '../../support/causes/cause';
import type { RunRecord, TestRecord } from '../../support/run/run-record';
import { markResult, type AllureResult } from '../allure/mark-results';

const STATUS: Readonly<Record<TestRecord['verdict'], string>> = {
  passed: 'passed',
  flaky: 'passed',
  failed: 'failed',
  blocked: 'skipped',
  skipped: 'skipped',
  unknown: 'unknown',
};

/**
 * Writes a result for every test of the run that has none: those that are lost, and those whose result
 * was damaged. A report that leaves them out would look greener than the run is.
 *
 * @param seen ids of the tests that have one
 */
export function writeMissingResults(results: string, run: RunRecord, seen: ReadonlySet<string>): void {
  const causes = new Map(run.causes.map((cause) => [cause.id, cause]));
  for (const test of run.tests) {
    if (seen.has(test.id)) continue;
    const text = JSON.stringify(resultOf(test, run, causes.get(test.cause ?? '')));
    writeFileSync(path.join(results, `${randomUUID()}-result.json`), text);
  }
}

function resultOf(test: TestRecord, run: RunRecord, cause: Cause | undefined): AllureResult {
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
    parameters: test.project ? [{ name: 'Project', value: test.project }] : [],
    steps: [],
    attachments: [],
    links: [],
  };
  return markResult(result, { record: test, cause, keepsId: false });
}
