import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatHistory, KEPT_RUNS, type History } from '../../../support/history/history';
import { historyPath, readHistory, writeHistory } from '../../../support/history/history-file';
import { parseHistory } from '../../../support/history/known-tests';
import { updateHistory, type FullRun } from '../../../support/history/update-history';
import { median } from '../../../support/data/median';
import type { TestRecord } from '../../../support/run/run-record';
import { VERDICTS } from '../../../support/verdict/verdict';
import { blockedTest, testRecord } from '../support/records';

const text = fc.string({ maxLength: 12 });
const entry = fc.record({
  title: text,
  file: fc.constantFrom('a.spec.ts', 'b.spec.ts'),
  project: fc.constantFrom('main', 'phone'),
  durations: fc.array(fc.nat(), { maxLength: KEPT_RUNS }),
  verdicts: fc.array(fc.constantFrom(...VERDICTS), { maxLength: KEPT_RUNS }),
  needs: fc.subarray(['auth', 'db']),
});
const histories = fc.dictionary(fc.stringMatching(/^[0-9a-f]{2,6}-[0-9a-f]{2,6}$/), entry);

test('what is written is what is read', () => {
  fc.assert(fc.property(histories, (history) => expect(parseHistory(Buffer.from(formatHistory(history)))).toEqual({ ...history })));
});

test('a history is written one line a test, in the same order whoever writes it', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const written = formatHistory(history);
      const turned = Object.fromEntries(Object.entries(history).reverse());
      expect(formatHistory(turned)).toBe(written);
      const lines = written.trimEnd().split('\n');
      expect(lines).toHaveLength(Math.max(Object.keys(history).length, 1) + 2);
      const files = lines.flatMap((line) => /"file":"([^"]+)"/.exec(line)?.[1] ?? []);
      expect(files).toEqual([...files].sort());
    }),
  );
});

test('a damaged history is set aside and told of, and a missing one is empty', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-history-'));
  const file = historyPath(root);
  const told: string[] = [];
  const read = () => readHistory(file, (message) => told.push(message));
  try {
    expect(read().all()).toEqual({});
    expect(told).toEqual([]);
    writeHistory(file, updateHistory({}, run(testRecord({ id: 'a' }))));
    expect(Object.keys(read().all())).toEqual(['a']);
    for (const damaged of ['', '{"version":1,"tests":{"a":', '{"version":2,"tests":{}}', 'null']) {
      told.length = 0;
      writeFileSync(file, damaged);
      expect(read().all()).toEqual({});
      expect(told).toEqual([`${file} is damaged: it was set aside as tests.json.damaged and is built anew.`]);
      expect(existsSync(file)).toBe(false);
      expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(damaged);
    }
    writeHistory(file, {});
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['tests.json', 'tests.json.damaged']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('blocked and failed attempts count in no duration, and do not change what a test needs', () => {
  const first = updateHistory({}, run(testRecord({ id: 'a', durationMs: 7, learned: ['auth'] })));
  const runs = [
    blockedTest('a', 'db', { durationMs: 9_999, learned: ['db'] }),
    testRecord({ id: 'a', verdict: 'failed', durationMs: 30_000, learned: [] }),
    testRecord({ id: 'a', verdict: 'flaky', durationMs: 50 }),
  ];
  const later = runs.reduce((history, one) => updateHistory(history, run(one)), first);
  expect(later.a).toMatchObject({ durations: [7], needs: ['auth'], verdicts: ['passed', 'blocked', 'failed', 'flaky'] });
});

test('a test that skips itself is known, and forgets nothing', () => {
  const history = updateHistory({}, run(testRecord({ id: 'a' })));
  const later = updateHistory(history, run(testRecord({ id: 'a', verdict: 'skipped' }), testRecord({ id: 'b', verdict: 'skipped' })));
  expect(later.a).toEqual({ ...history.a, verdicts: ['passed', 'skipped'] });
  expect(later.b).toMatchObject({ durations: [], verdicts: ['skipped'] });
});

test('durations are of passed runs, no more than said, and their middle is that of the last runs or like it', () => {
  const runs = fc.array(fc.record({ verdict: fc.constantFrom(...VERDICTS), durationMs: fc.nat(1_000) }), { maxLength: 12 });
  fc.assert(
    fc.property(runs, (list) => {
      const history = list.reduce((before, one) => updateHistory(before, run(testRecord({ id: 'a', ...one }))), {});
      const { durations = [], verdicts = [] } = parseHistory(Buffer.from(formatHistory(history))).a ?? {};
      const passed = list.filter(({ verdict }) => verdict === 'passed').map(({ durationMs }) => durationMs);
      expect(durations).toHaveLength(Math.min(passed.length, KEPT_RUNS));
      expect(passed).toEqual(expect.arrayContaining(durations));
      const told = list.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'unknown');
      expect(verdicts).toEqual(told.slice(-KEPT_RUNS));
      if (passed.length <= KEPT_RUNS) expect(durations).toEqual(passed);
    }),
  );
});

test('a run in which nothing changed changes no line; what has changed is followed', () => {
  const steady = [1_000, 1_050, 980, 1_020, 990].map((durationMs) => testRecord({ id: 'a', durationMs, aroundMs: 40, startMs: 700 }));
  const history = steady.reduce((before: History, one) => updateHistory(before, run(one)), {});
  const again = updateHistory(history, run(testRecord({ id: 'a', durationMs: 1_100, aroundMs: 70, startMs: 760 })));
  expect(formatHistory(again)).toBe(formatHistory(history));
  const slower = Array.from({ length: 3 }, () => testRecord({ id: 'a', durationMs: 4_000 }));
  const later = slower.reduce((before: History, one) => updateHistory(before, run(one)), history);
  expect(median(later.a?.durations ?? [])).toBe(4_000);
});

test('a full run forgets tests that are gone, and keeps those of other suites', () => {
  const before = updateHistory({}, run(
    testRecord({ id: 'stays' }),
    testRecord({ id: 'renamed' }),
    testRecord({ id: 'other-suite', file: 'bench/b.spec.ts' }),
    testRecord({ id: 'file-gone', file: 'specs/old.spec.ts' }),
    testRecord({ id: 'other-project', project: 'phone' }),
  ));
  const exists = (file: string): boolean => file !== 'specs/old.spec.ts';
  const after = updateHistory(before, { tests: [testRecord({ id: 'stays' })], exists });
  expect(Object.keys(after).sort()).toEqual(['other-project', 'other-suite', 'stays']);
});

test('of a damaged file the lines that can be read are kept', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-history-'));
  const file = historyPath(root);
  try {
    writeHistory(file, updateHistory({}, run(testRecord({ id: 'a' }), testRecord({ id: 'b' }), testRecord({ id: 'c' }))));
    const lines = readFileSync(file, 'utf8').split('\n');
    const conflict = [lines[0], '<<<<<<< HEAD', lines[1], '=======', '"b":{"title":', '>>>>>>> other', lines[3], '}}'];
    writeFileSync(file, conflict.join('\n'));
    const told: string[] = [];
    expect(Object.keys(readHistory(file, (message) => told.push(message)).all())).toEqual(['a', 'c']);
    expect(told.join()).toContain('2 tests of it could be read');
    expect(Object.keys(parseHistory(readFileSync(file)))).toEqual(['a', 'c']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

/** A full run of these tests, all of whose files are there. */
function run(...tests: readonly TestRecord[]): FullRun {
  return { tests, exists: () => true };
}
