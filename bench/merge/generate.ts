import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TEST_ID_LABEL } from '../../reports/allure/mark-results';
import { Journal } from '../../support/merge/journal';
import { writePlannedTests, type PlannedTest } from '../../support/merge/planned-test';
import { writeManifest, type ShardManifest } from '../../support/merge/shard-manifest';
import { buildRun } from '../../support/run/build-run';
import { writeRun } from '../../support/run/run-file';
import type { TestRecord } from '../../support/run/run-record';

/** How large a made-up run is. */
export interface RunSize {
  readonly shards: number;
  /** Tests of each shard. */
  readonly tests: number;
  /** One test in so many has a picture. */
  readonly pictureEvery: number;
}

const STARTED = '2026-01-02T03:04:05.000Z';
const AT = Date.parse(STARTED);
const PICTURE_BYTES = 60_000;

/** Writes what the shards of a made-up run leave: one test in ten fails, in one of five ways. */
export function generateShards(folder: string, size: RunSize): void {
  const tests = Array.from({ length: size.shards * size.tests }, (_, index) => plannedTest(index, Math.floor(index / size.tests) + 1));
  for (let shard = 1; shard <= size.shards; shard += 1) {
    const own = tests.slice((shard - 1) * size.tests, shard * size.tests);
    const output = path.join(folder, `shard-${shard}`);
    mkdirSync(path.join(output, 'allure-results'), { recursive: true });
    writeManifest(output, manifestOf(shard, size));
    writePlannedTests(output, tests);
    writeJournal(output, own);
    const records = own.map(recordOf);
    const head = { id: `run-${shard}`, platform: 'shop', startedAt: STARTED, durationMs: 60_000, full: false, shard: manifestOf(shard, size).shard };
    writeRun(output, buildRun({ head, tests: records, services: [], manifest: {}, before: undefined }));
    records.forEach((record, index) => writeResult(path.join(output, 'allure-results'), record, index % size.pictureEvery === 0));
  }
}

function plannedTest(index: number, shard: number): PlannedTest {
  const file = `specs/area-${index % 40}/feature-${Math.floor(index / 25)}.spec.ts`;
  const id = `${String(Math.floor(index / 25)).padStart(20, '0')}-${String(index).padStart(20, '0')}`;
  return { id, title: `feature › does thing ${index}`, file, line: (index % 25) + 3, project: 'desktop', area: `area-${index % 40}`, declared: ['gateway'], shards: [shard] };
}

function manifestOf(shard: number, { shards, tests }: RunSize): ShardManifest {
  const times = { coverage: 1, predictedMs: 60_000, actualMs: 61_000, plannedMs: [], boundMs: 60_000 };
  return {
    version: 1,
    state: 'ended',
    status: 'passed',
    runId: `run-${shard}`,
    platform: 'shop',
    startedAt: STARTED,
    shard: { current: shard, total: shards, workers: 2, digest: 'made up', tests, ...times },
    whole: true,
    blocked: 'fail',
    qualityGate: [],
    suite: shards * tests,
    planned: tests,
    done: tests,
    serving: [],
    services: [],
  };
}

function recordOf(test: PlannedTest, index: number): TestRecord {
  const { shards: _shards, skipped: _skipped, ...identity } = test;
  const failure = { message: `Error: way ${'abcde'.at(index % 5) ?? ''}`, place: test.file };
  const isFailed = index % 10 === 0;
  return { ...identity, verdict: isFailed ? 'failed' : 'passed', durationMs: 900, retries: 0, needs: ['gateway'], learned: ['gateway'], ...(isFailed ? { failure } : {}) };
}

function writeJournal(output: string, tests: readonly PlannedTest[]): void {
  const journal = new Journal(output);
  tests.forEach(({ id }, index) => {
    const status = index % 10 === 0 ? 'failed' : 'passed';
    journal.add({ at: AT + index, begin: id, retry: 0 });
    journal.add({ at: AT + index + 1, end: id, retry: 0, status, expected: 'passed', ms: 900 });
  });
  journal.close();
}

function writeResult(folder: string, record: TestRecord, hasPicture: boolean): void {
  const source = `${randomUUID()}-attachment.png`;
  if (hasPicture) writeFileSync(path.join(folder, source), randomBytes(PICTURE_BYTES));
  const step = (name: string) => ({ name, status: 'passed', stage: 'finished', start: AT, stop: AT + 30, steps: [], attachments: [], parameters: [], statusDetails: {} });
  const uuid = randomUUID();
  const result = {
    uuid,
    name: record.title.split(' › ').at(-1),
    fullName: `${record.file} › ${record.title}`,
    testCaseId: record.id,
    status: record.verdict,
    stage: 'finished',
    start: AT,
    stop: AT + record.durationMs,
    statusDetails: record.failure ? { message: record.failure.message } : {},
    labels: [['suite', record.file], ['parentSuite', record.project], ['epic', record.area], [TEST_ID_LABEL, record.id]].map(([name, value]) => ({ name, value })),
    parameters: [{ name: 'Project', value: record.project }],
    links: [],
    steps: Array.from({ length: 12 }, (_, index) => step(`click on the button number ${index}`)),
    attachments: hasPicture ? [{ name: 'screenshot', type: 'image/png', source }] : [],
  };
  writeFileSync(path.join(folder, `${uuid}-result.json`), JSON.stringify(result));
}
