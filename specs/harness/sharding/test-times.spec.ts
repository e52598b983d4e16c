import type { TestCase, TestResult } from '@playwright/test/reporter';
import { expect, test } from '@playwright/test';
import { TestTimes } from '../../../reports/reporter/test-times';

interface Attempt {
  readonly id: string;
  readonly slot?: number;
  readonly worker: number;
  /** Milliseconds since the run began. */
  readonly endedAt: number;
  readonly duration: number;
  readonly status?: TestResult['status'];
  readonly retry?: number;
  readonly project?: string;
  readonly dependencies?: readonly string[];
}

const BEGAN = 1_000_000;

function timesOf(attempts: readonly Attempt[]): Readonly<Record<string, unknown>> {
  const times = new TestTimes(BEGAN);
  for (const { id, slot = 0, worker, endedAt, duration, status = 'passed', retry = 0, project = 'main', dependencies = [] } of attempts) {
    // Only what the measurement looks at.
    const of = { id, parent: { project: () => ({ name: project, dependencies }) } } as unknown as TestCase;
    const result = { parallelIndex: slot, workerIndex: worker, retry, duration, status } as TestResult;
    times.note(of, result, BEGAN + endedAt);
  }
  return Object.fromEntries(times.all);
}

const cases: readonly (readonly [string, readonly Attempt[], Readonly<Record<string, unknown>>])[] = [
  ['the first test of a worker tells its start', [{ id: 'a', worker: 0, endedAt: 1_500, duration: 500 }], { a: { startMs: 1_000 } }],
  [
    'the next one tells what is around it, and that is taken from the start',
    [
      { id: 'a', worker: 0, endedAt: 1_500, duration: 500 },
      { id: 'b', worker: 0, endedAt: 2_540, duration: 1_000 },
    ],
    { a: { startMs: 960 }, b: { aroundMs: 40 } },
  ],
  [
    'a new worker in the same place started when the last one was free',
    [
      { id: 'a', worker: 0, endedAt: 1_500, duration: 500, status: 'failed' },
      { id: 'b', worker: 1, endedAt: 3_000, duration: 700 },
    ],
    { a: { startMs: 1_000 }, b: { startMs: 800 } },
  ],
  [
    'a retry tells nothing, but keeps its worker busy',
    [
      { id: 'a', worker: 0, endedAt: 1_500, duration: 500, status: 'failed' },
      { id: 'a', worker: 1, endedAt: 3_000, duration: 500, retry: 1 },
      { id: 'b', worker: 1, endedAt: 3_530, duration: 500 },
    ],
    { a: { startMs: 970 }, b: { aroundMs: 30 } },
  ],
  ['a skipped test tells nothing', [{ id: 'a', worker: -1, slot: -1, endedAt: 5, duration: 0, status: 'skipped' }], {}],
  ['an interrupted test tells nothing', [{ id: 'a', worker: 0, endedAt: 5, duration: 3, status: 'interrupted' }], {}],
  [
    'what waits for a set-up did not start before its end',
    [
      { id: 'set-up', worker: 0, endedAt: 4_000, duration: 3_000, project: 'prepare' },
      { id: 'a', slot: 1, worker: 1, endedAt: 5_000, duration: 400, dependencies: ['prepare'] },
    ],
    { 'set-up': { startMs: 1_000 }, a: { startMs: 600 } },
  ],
];

for (const [title, attempts, expected] of cases) {
  test(title, () => {
    expect(timesOf(attempts)).toEqual(expected);
  });
}
