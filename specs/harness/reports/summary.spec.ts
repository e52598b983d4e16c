import { expect, test } from '@playwright/test';
import { renderMarkdown } from '../../../reports/summary/markdown';
import { renderRun } from '../../../reports/summary/terminal';
import { decideOutcome } from '../../../support/run/exit-policy';
import type { RunRecord } from '../../../support/run/run-record';
import { servicesOf } from '../support/graphs';
import { blockedTest, down, failedTest, plain, ready, runOf, serviceRecord, testRecord } from '../support/records';

const terminal = (run: RunRecord) => plain(renderRun(run, decideOutcome(run.totals, 'fail')));
const names = ['web', 'gateway', 'auth', 'stock', 'orders', 'reports', 'mail', 'db'];
const manifest = servicesOf({ web: ['gateway'], gateway: ['auth', 'stock'], auth: ['db'], stock: ['db'], orders: ['db'], reports: ['db'], mail: [], db: [] });
const long = `exited with code 1: Error: connect ECONNREFUSED ${'x'.repeat(400)}`;
const several = (count: number, make: (id: string, index: number) => ReturnType<typeof testRecord>) =>
  Array.from({ length: count }, (_, index) => make(`t${index}`, index));

test('700 tests that eight services block fit one screen', () => {
  const tests = several(700, (id, index) => {
    const name = names[index % names.length] ?? '';
    return blockedTest(id, name, { needs: names, blockedBy: { service: name, evidence: long } });
  });
  const text = terminal(runOf(tests, { manifest, services: names.map((name) => serviceRecord(name, down())) }));
  expect(text).toContain('0 of 700 passed (700 blocked) in 61.2 s');
  for (const name of names) expect(text).toContain(name);
  expect(text.split('\n').length).toBeLessThan(40);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});

test('700 tests that one service blocks are a few lines', () => {
  const text = terminal(runOf(several(700, (id) => blockedTest(id, 'db')), { manifest, services: [serviceRecord('db', down()), serviceRecord('auth', down({ kind: 'dependency', service: 'db' }))] }));
  expect(text.split('\n').length).toBeLessThan(12);
  expect(text).toMatch(/│ 700 +│ db +│ exited with code 1: Error: no URL/);
  expect(text).toContain('unlocks ≤');
  expect(text).toContain('down only because of it: auth');
  expect(text).not.toContain('BLOCKED');
});

test('700 tests that fail in 700 ways fit one screen, and the rest is where it says', () => {
  const words = several(700, (id, index) => failedTest(id, `Expected: "${'abcdefghij'.at(index % 10)}${'klmnopqrst'.at(Math.floor(index / 10) % 10)}${'uvwxyz'.repeat(Math.floor(index / 100))}" ${'in words that are long '.repeat(20)}`));
  const run = runOf(words);
  const text = terminal(run);
  const shown = (text.match(/^│ 1 /gm) ?? []).length;
  expect(shown).toBeGreaterThan(5);
  expect(text).toContain(`… and ${run.causes.length - shown} more causes in run.json`);
  expect(text.split('\n').length).toBeLessThan(40);
});

test('a run without causes is one line', () => {
  expect(terminal(runOf([testRecord({ id: 'a' })]))).toBe('1 of 1 passed (1 passed) in 61.2 s');
});

test('what a repair has unlocked and what is next is told', () => {
  const tests = [blockedTest('a', 'auth', { needs: ['auth', 'mail'] })];
  const run = runOf(tests, { manifest, services: [serviceRecord('auth', down()), serviceRecord('mail', down())] });
  const text = terminal({ ...run, unlocked: [{ cause: 'db: exited', promised: 105, passed: 3 }] });
  expect(text).toContain('unlocked  3 of 105 tests that "db: exited" held back');
  expect(text).toContain('next: mail is not ready either (1 of these tests)');
});

test('the Markdown has the verdicts, the causes and the services, and no text breaks its tables', () => {
  const run = runOf(
    [testRecord({ id: 'a' }), failedTest('b', 'a | b\n<script>alert(1)</script>'), blockedTest('c', 'db')],
    { manifest, services: [serviceRecord('db', down()), serviceRecord('web', ready)] },
  );
  const text = renderMarkdown(run, decideOutcome(run.totals, 'fail'));
  expect(text).toContain('## mini: 1 of 3 passed');
  expect(text).toContain('1 passed, 1 blocked, 1 failed in 61.2 s.');
  expect(text).toContain('| 1 | db | exited with code 1: Error: no URL |');
  expect(text).toContain('| db | process | down |');
  expect(text).not.toContain('<script>');
  const cells = text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split(/(?<!\\)\|/).length);
  expect(new Set(cells)).toEqual(new Set([5]));
});
