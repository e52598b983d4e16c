import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatHistory, KEPT_RUNS, parseHistory } from '../../../support/history/history';
import { historyPath, readHistory, writeHistory } from '../../../support/history/history-file';
import { updateHistory } from '../../../support/history/update-history';
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
  fc.assert(fc.property(histories, (history) => expect(parseHistory(formatHistory(history))).toEqual({ ...history })));
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
    expect(read()).toEqual({});
    expect(told).toEqual([]);
    writeHistory(file, updateHistory({}, [testRecord({ id: 'a' })]));
    expect(Object.keys(read())).toEqual(['a']);
    for (const damaged of ['', '{"version":1,"tests":{"a":', '{"version":2,"tests":{}}', 'null']) {
      told.length = 0;
      writeFileSync(file, damaged);
      expect(read()).toEqual({});
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
  const first = updateHistory({}, [testRecord({ id: 'a', durationMs: 7, learned: ['auth'] })]);
  const runs = [
    blockedTest('a', 'db', { durationMs: 9_999, learned: ['db'] }),
    testRecord({ id: 'a', verdict: 'failed', durationMs: 30_000, learned: [] }),
    testRecord({ id: 'a', verdict: 'flaky', durationMs: 50 }),
  ];
  const later = runs.reduce((history, run) => updateHistory(history, [run]), first);
  expect(later.a).toMatchObject({ durations: [7], needs: ['auth'], verdicts: ['passed', 'blocked', 'failed', 'flaky'] });
});

test('a skipped test leaves the history as it was', () => {
  const history = updateHistory({}, [testRecord({ id: 'a' })]);
  expect(updateHistory(history, [testRecord({ id: 'a', verdict: 'skipped' }), testRecord({ id: 'b', verdict: 'skipped' })])).toEqual(history);
});

test('durations are those of passed runs, and no more runs are kept than said', () => {
  const runs = fc.array(fc.record({ verdict: fc.constantFrom(...VERDICTS), durationMs: fc.nat(1_000) }), { maxLength: 12 });
  fc.assert(
    fc.property(runs, (list) => {
      const history = list.reduce((before, run) => updateHistory(before, [testRecord({ id: 'a', ...run })]), {});
      const { durations = [], verdicts = [] } = parseHistory(formatHistory(history)).a ?? {};
      const passed = list.filter(({ verdict }) => verdict === 'passed').map(({ durationMs }) => durationMs);
      expect(durations).toEqual(passed.slice(-KEPT_RUNS));
      expect(verdicts).toEqual(list.map(({ verdict }) => verdict).filter((one) => one !== 'skipped').slice(-KEPT_RUNS));
    }),
  );
});
