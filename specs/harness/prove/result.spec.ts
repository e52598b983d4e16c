import { expect, test } from '@playwright/test';
import { staleFiles } from '../../../scripts/prove/file-keys';
import { readExplanations } from '../../../scripts/prove/explanations';
import { noteRecording } from '../../../scripts/prove/note-run';
import { isProven, resultOf, type Known } from '../../../scripts/prove/result';
import { nameOfTarget } from '../../../scripts/prove/targets';
import { UsageError } from '../../../support/errors/usage-error';
import { answersTo, recordingsOf, route, testThatAsks } from './records';
import { writeFileSync } from 'node:fs';

const target = { route: route('/a'), kind: 'status' } as const;
const name = nameOfTarget(target);
const reason = 'Nothing a user can see depends on it.';
const red = { tried: { [name]: { kind: 'red', message: 'Error: 500' } } } as const;
const green = { tried: { [name]: { kind: 'green' } } } as const;

const known = (change: Partial<Known>): Known => ({
  recordings: recordingsOf([testThatAsks(['/a'], green), testThatAsks(['/a'], {})]),
  targets: [target],
  explanations: [],
  ...change,
});

test('what a test noticed is proven, and says by whom', () => {
  const recordings = recordingsOf([testThatAsks(['/a'], green), testThatAsks(['/a'], red)]);
  const result = resultOf(known({ recordings }), false);
  expect(result.findings).toMatchObject([{ kind: 'noticed', title: 'a title', message: 'Error: 500' }]);
  expect(isProven(result)).toBe(true);
});

test('what nobody noticed is not, and says who was tried', () => {
  const result = resultOf(known({}), false);
  expect(result.findings).toMatchObject([
    { kind: 'unnoticed', asking: 2, untried: 1, green: ['specs/e2e/a/a.spec.ts › a title'] },
  ]);
  expect(isProven(result)).toBe(false);
});

test('an explanation stands for a notice', () => {
  const result = resultOf(known({ explanations: [{ target: name, reason }] }), false);
  expect(result).toMatchObject({ findings: [{ kind: 'explained', reason }], stale: [] });
  expect(isProven(result)).toBe(true);
});

test('an explanation of what is noticed, or does not exist, is stale; of what was not asked for, it is not judged', () => {
  const recordings = recordingsOf([testThatAsks(['/a'], red)]);
  const explanations = [{ target: name, reason }, { target: 'status stock GET /gone', reason }];
  const whole = resultOf(known({ recordings, explanations }), false);
  expect(whole.stale).toEqual(explanations);
  expect(isProven(whole)).toBe(false);
  expect(resultOf(known({ recordings, explanations }), true).stale).toEqual(explanations.slice(0, 1));
});

test('a test that is red without damage stands against the proof', () => {
  const recordings = recordingsOf([testThatAsks(['/a'], red), testThatAsks([], { outcome: 'failed', message: 'why' })]);
  const result = resultOf(known({ recordings }), false);
  expect(result.redControls).toMatchObject([{ title: 'a title', message: 'why' }]);
  expect(isProven(result)).toBe(false);
});

test('a recording counts what each test got, and forgets what was tried before', () => {
  const before = recordingsOf([testThatAsks(['/a'], red)]);
  const file = 'specs/e2e/a/a.spec.ts';
  const answer = { test: 't0', route: 'stock GET /a', hasBody: true, damaged: false };
  const after = noteRecording(before, {
    keys: { [file]: { spec: 'new', world: 'w' } },
    routes: [route('/a')],
    asked: [{ ...answer, status: 200 }, { ...answer, status: 204, hasBody: false }, { ...answer, status: 404 }],
    ended: [{ test: 't0', file, title: 'now', took: 7, outcome: 'passed' }],
  });
  expect(after.routes).toEqual([route('/a')]);
  expect(after.files[file]).toEqual({
    key: { spec: 'new', world: 'w' },
    tests: {
      t0: { title: 'now', took: 7, outcome: 'passed', tried: {}, asked: answersTo('/a', { successes: 2, bodies: 1, refusals: 1 }) },
    },
  });
});

test('a file is recorded anew when it or its world has changed; with trust, when it has', () => {
  const key = { spec: 's', world: 'w' };
  const recorded = { same: { key }, world: { key: { ...key, world: 'v' } }, spec: { key: { ...key, spec: 'r' } } };
  const now = { same: key, world: key, spec: key, new: key };
  expect(staleFiles(now, recorded, false)).toEqual(['world', 'spec', 'new']);
  expect(staleFiles(now, recorded, true)).toEqual(['spec', 'new']);
});

for (const [fault, text] of [
  ['no JSON', '[{'],
  ['no list', '{}'],
  ['a reason that says nothing', '[{"target":"status stock GET /a","reason":"ok"}]'],
  ['an unknown key', `[{"target":"status stock GET /a","reason":"${reason}","until":"later"}]`],
] as const) {
  test(`explanations with ${fault} are refused with the file's name and form`, ({}, testInfo) => {
    const file = testInfo.outputPath('explained.json');
    writeFileSync(file, text);
    expect(() => readExplanations(file)).toThrow(UsageError);
    expect(() => readExplanations(file)).toThrow(/explained\.json cannot be read.*"target": "status <service>/s);
  });
}
