import { expect, test } from '@playwright/test';
import type { History } from '../../../support/history/history';
import { KnownTests } from '../../../support/history/known-tests';
import { priceSuite } from '../../../support/sharding/price-suite';
import { fewest, lastFinish, mostUseful } from '../../../support/sharding/proposals';
import { planSuite } from '../../../support/sharding/plan-suite';
import type { SuiteFacts } from '../../../support/sharding/suite-facts';
import { entry, project } from './suites';

/** A suite of units of one test each, named `project/file/title`; the id is the name unless given as `id=name`. */
function facts(names: readonly string[], more: Partial<SuiteFacts> = {}): SuiteFacts {
  const projects = [...new Set(names.map((name) => partsOf(name).project))].map((name) => project({ name }));
  const units = names.map((name, seen) => {
    const { id, project: of, file, title } = partsOf(name);
    const at = projects.findIndex((one) => one.name === of);
    return { project: at, file, worker: of, seen, tests: [{ id, title, skipped: title.startsWith('skip') }], locks: [], with: [] };
  });
  return { workers: 1, isWhole: true, projects, units, ...more };
}

function partsOf(name: string): { id: string; project: string; file: string; title: string } {
  const [id = '', given] = name.split('=');
  const [of = '', file = '', title = ''] = (given ?? id).split('/');
  return { id, project: of, file, title };
}

function known(times: Readonly<Record<string, number>>): History {
  return Object.fromEntries(
    Object.entries(times).map(([name, ms]) => {
      const { id, project: of, file, title } = partsOf(name);
      return [id, entry({ title, file, project: of, durations: [ms] })];
    }),
  );
}

const pricesOf = (suite: SuiteFacts, history: History): readonly number[] => priceSuite(suite, KnownTests.of(history)).suite.units.map(({ tests }) => tests[0] ?? -1);

const table: readonly (readonly [string, readonly string[], Readonly<Record<string, number>>, number])[] = [
  ['its own time', ['p/a/one'], { 'p/a/one': 7 }, 7],
  ['the middle of its file', ['p/a/new', 'p/a/x', 'p/a/y', 'p/a/z'], { 'p/a/x': 1, 'p/a/y': 5, 'p/a/z': 90 }, 5],
  ['its file in other projects', ['q/a/new', 'p/a/x', 'q/b/y'], { 'p/a/x': 4, 'q/b/y': 100 }, 4],
  ['the middle of its project', ['p/new/new', 'p/a/x', 'p/b/y', 'p/c/z', 'q/d/v'], { 'p/a/x': 1, 'p/b/y': 6, 'p/c/z': 90, 'q/d/v': 500 }, 6],
  ['the middle of all', ['r/new/new', 'p/a/x', 'q/b/y', 'q/c/z'], { 'p/a/x': 1, 'q/b/y': 8, 'q/c/z': 90 }, 8],
  ['what all others cost, where nothing is known', ['p/a/one'], {}, 1_000],
  ['nothing, when its declaration skips it', ['p/a/skip'], { 'p/a/skip': 9 }, 0],
  ['its time under another id: a repetition', ['id2=p/a/one', 'p/a/one'], { 'p/a/one': 7 }, 7],
  ['its time under an old title', ['p/a/renamed', 'p/a/x'], { 'p/a/old': 7, 'p/a/x': 100 }, 7],
  ['its time in an old file', ['p/moved/one', 'p/a/x'], { 'p/a/one': 7, 'p/a/x': 100 }, 7],
  ['its file, when two may be the renamed one', ['p/a/renamed', 'p/a/x', 'p/a/new'], { 'p/a/old': 7, 'p/a/x': 100 }, 100],
];

for (const [title, names, times, ms] of table) {
  test(`a test is priced by ${title}`, () => {
    expect(pricesOf(facts(names), known(times))[0]).toBe(ms);
  });
}

test('of a suite that was narrowed no test is taken for a renamed one', () => {
  const narrowed = facts(['p/a/new', 'p/b/x'], { isWhole: false });
  expect(pricesOf(narrowed, known({ 'p/a/filtered out': 7, 'p/b/x': 100 }))[0]).toBe(100);
});

test('the middle of a test’s durations counts, not the mean', () => {
  const history = { 'p/a/one': entry({ title: 'one', file: 'a', project: 'p', durations: [10, 11, 12, 900, 9] }) };
  expect(pricesOf(facts(['p/a/one']), history)).toEqual([11]);
});

const verdicts: readonly (readonly [string, Parameters<typeof entry>[0], readonly [number, number]])[] = [
  ['was blocked', { durations: [8], verdicts: ['passed', 'blocked'] }, [0, 8]],
  ['was blocked and has never run', { verdicts: ['blocked'] }, [0, 50]],
  ['failed', { durations: [8], verdicts: ['passed', 'failed'], failed: 30 }, [30, 30]],
  ['failed before and passed now', { durations: [8], verdicts: ['failed', 'passed'], failed: 30 }, [8, 8]],
  ['skips itself', { verdicts: ['skipped'] }, [0, 50]],
  ['was kept from running once', { durations: [8], verdicts: ['passed', 'skipped'] }, [8, 8]],
];

for (const [title, more, [ms, fullMs]] of verdicts) {
  test(`a test that ${title} is expected to take ${ms}, and ${fullMs} when it runs`, () => {
    const history = { 'p/a/one': entry({ title: 'one', file: 'a', project: 'p', ...more }), ...known({ 'p/a/other': 50 }) };
    expect(priceSuite(facts(['p/a/one', 'p/a/other']), KnownTests.of(history)).suite.units[0]).toMatchObject({ tests: [ms], fullMs });
  });
}

test('starts and hooks are those that were measured', () => {
  const history = {
    'p/a/one': entry({ title: 'one', file: 'a', project: 'p', durations: [8], around: 40, start: 700 }),
    'p/a/two': entry({ title: 'two', file: 'a', project: 'p', durations: [8], start: 900 }),
  };
  const { suite, coverage } = priceSuite(facts(['p/a/one', 'p/a/two', 'q/a/one']), KnownTests.of(history));
  expect(suite.projects.map(({ startMs }) => startMs)).toEqual([800, 800]);
  expect(suite.units.map(({ hooksMs }) => hooksMs)).toEqual([40, 40, 40]);
  expect(coverage).toBeCloseTo(2 / 3);
});

test('a number of shards is proposed: the least that is in time, and the most that helps', () => {
  const names = Array.from({ length: 20 }, (_, index) => `p/f${index}/t`);
  const times = Object.fromEntries(names.map((name, index) => [name, index === 0 ? 5_000 : 1_000]));
  const question = { facts: facts(names), history: KnownTests.of(known(times)) };
  expect(fewest(question, 12_000)).toBe(2);
  expect(fewest(question, 5_000)).toBe(5);
  expect(fewest(question, 4_999)).toBeUndefined();
  expect(mostUseful(question)).toBe(5);
  expect(lastFinish(planSuite({ ...question, total: 5 }))).toBe(5_000);
});
