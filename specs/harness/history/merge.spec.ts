import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatHistory, KEPT_RUNS, type History, type HistoryEntry } from '../../../support/history/history';
import { parseHistory } from '../../../support/history/known-tests';
import { mergeHistories } from '../../../support/history/merge-histories';
import { VERDICTS } from '../../../support/verdict/verdict';
import { expect, test } from '../support/mini-test';

const entry = fc.record({
  title: fc.constantFrom('one', 'two'),
  file: fc.constant('a.spec.ts'),
  project: fc.constant('main'),
  durations: fc.array(fc.nat(9), { maxLength: KEPT_RUNS }),
  verdicts: fc.array(fc.constantFrom(...VERDICTS), { maxLength: KEPT_RUNS }),
  needs: fc.subarray(['auth', 'db']),
});
const history = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), entry);

test('it makes no difference which side is whose, and what only one has changed is taken', () => {
  fc.assert(
    fc.property(history, history, history, (base, ours, theirs) => {
      const merged = mergeHistories({ base, ours, theirs });
      expect(mergeHistories({ base, ours: theirs, theirs: ours })).toEqual(merged);
      expect(mergeHistories({ base, ours, theirs: base })).toEqual({ ...ours });
      expect(mergeHistories({ base, ours, theirs: ours })).toEqual({ ...ours });
      expect(parseHistory(Buffer.from(formatHistory(merged)))).toEqual({ ...merged });
      for (const { durations, verdicts } of Object.values(merged)) {
        expect(Math.max(durations.length, verdicts.length)).toBeLessThanOrEqual(KEPT_RUNS);
      }
    }),
  );
});

test('of a test that both have run, the runs of both are kept', () => {
  const merged = mergeHistories({ base: of([1, 2, 3]), ours: of([1, 2, 3, 4]), theirs: of([1, 2, 3, 5]) });
  expect(merged.a?.durations).toEqual([1, 2, 3, 4, 5]);
  const full = mergeHistories({ base: of([1, 2, 3, 4, 5]), ours: of([2, 3, 4, 5, 6]), theirs: of([2, 3, 4, 5, 7]) });
  expect(full.a?.durations).toEqual([3, 4, 5, 6, 7]);
});

test('a test that one side dropped is gone, unless the other has run it since', () => {
  expect(mergeHistories({ base: of([1]), ours: {}, theirs: of([1]) })).toEqual({});
  expect(mergeHistories({ base: of([1]), ours: {}, theirs: of([1, 2]) })).toEqual(of([1, 2]));
});

test('git merges two branches that have both run, with the command as its driver', async ({ makeProject }) => {
  const project = makeProject({
    'groundwork.config.js': '',
    '.gitattributes': 'tests.json merge=groundwork-history\n',
    'tests.json': formatHistory(of([1])),
  });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: project.folder, encoding: 'utf8' });
  const cli = path.join(__dirname, '../../../dist/support/cli/main.js');
  git('init', '-q', '-b', 'main');
  git('config', 'merge.groundwork-history.driver', `"${process.execPath}" "${cli}" history merge %O %A %B`);
  git('add', 'tests.json', '.gitattributes');
  git('commit', '-qm', 'base');
  git('checkout', '-qb', 'other');
  writeFileSync(project.path('tests.json'), formatHistory(of([1, 2])));
  git('commit', '-qam', 'theirs');
  git('checkout', '-q', 'main');
  writeFileSync(project.path('tests.json'), formatHistory(of([1, 3])));
  git('commit', '-qam', 'ours');
  git('merge', '-q', '--no-edit', 'other');
  expect(parseHistory(readFileSync(project.path('tests.json'))).a?.durations.toSorted()).toEqual([1, 2, 3]);

  project.write('damaged.json', '{"version":1,');
  const before = project.read('tests.json');
  const refused = await project.groundwork(['history', 'merge', 'tests.json', 'tests.json', 'damaged.json']);
  expect(refused.code, refused.output).toBe(2);
  expect(refused.output).toContain('damaged.json is no history: nothing was merged');
  expect(project.read('tests.json')).toBe(before);
  expect((await project.groundwork(['history', 'merge', 'tests.json'])).code).toBe(2);
});

function of(durations: number[]): History {
  const verdicts = durations.map((): HistoryEntry['verdicts'][number] => 'passed');
  return { a: { title: 'a', file: 'a.spec.ts', project: 'main', durations, verdicts, needs: [] } };
}
