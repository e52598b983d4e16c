import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { bars, escaped } from '../../../reports/allure/bars';
import { dashboard } from '../../../reports/allure/dashboard';
import { environmentOf } from '../../../reports/allure/environment';
import { metricsOf } from '../../../reports/allure/metrics';
import { ownRules, tellGate } from '../../../reports/allure/quality-gate';
import { timeByArea } from '../../../reports/allure/time-by-area';
import type { RunRecord, ShardRecord } from '../../../support/run/run-record';
import { runOf, testRecord, testRecords } from '../support/records';

const shard: ShardRecord = {
  current: 2,
  total: 2,
  workers: 3,
  digest: 'abc',
  tests: 4,
  coverage: 1,
  predictedMs: 9_000,
  actualMs: 12_340,
  plannedMs: [8_000, 9_000],
  boundMs: 8_000,
};

test('areas lose no test and no millisecond, and the longest is first', () => {
  const tests = fc.array(fc.record({ area: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }), durationMs: fc.nat() }));
  fc.assert(
    fc.property(tests, (list) => {
      const areas = timeByArea(list);
      expect(areas.reduce((sum, one) => sum + one.tests, 0)).toBe(list.length);
      expect(areas.reduce((sum, { ms }) => sum + ms, 0)).toBe(list.reduce((sum, { durationMs }) => sum + durationMs, 0));
      expect([...areas].sort((one, other) => other.ms - one.ms).map(({ ms }) => ms)).toEqual(areas.map(({ ms }) => ms));
    }),
  );
});

test('numbers have a key of their own, and add up', () => {
  fc.assert(
    fc.property(testRecords(['stock', 'mail']), (tests) => {
      const metrics = metricsOf(runOf(tests));
      expect(new Set(metrics.map(({ key }) => key)).size).toBe(metrics.length);
      const value = (name: string): number => metrics.find(({ key }) => key === `tests.${name}`)?.value ?? NaN;
      expect(value('total')).toBe(tests.length);
      expect(value('passing') + value('failed') + value('blocked') + value('skipped') + value('unknown')).toBe(tests.length);
    }),
  );
});

test('shards are drawn as they were planned and as they went', () => {
  const run: RunRecord = { ...runOf([testRecord({ id: 'a', area: 'orders' })]), shard };
  expect(metricsOf(run)).toContainEqual(expect.objectContaining({ key: 'shard.2.seconds', value: 12.3, unit: 's' }));
  const page = dashboard(run, []);
  expect(page).toContain('Balance of 2 shards, 3 workers each');
  expect(page).toContain('12.3 s, predicted 9.0 s');
  expect(page).not.toContain('Passing');
});

test('nothing that a page or service has said becomes HTML', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, value) => {
      expect(escaped(text)).not.toMatch(/[<>"]/);
      const drawn = bars([{ name: `<script>${text}`, value, label: `"><img>${text}`, colour: '#000' }]);
      expect(drawn).not.toMatch(/<script|<img/);
    }),
  );
});

test('the environment names commit, shard and plan', () => {
  const run = { id: 'r1', startedAt: '2026-01-02T03:04:05.000Z', shard };
  const rows = Object.fromEntries(environmentOf({ state: undefined, playwright: '1.65.1', commit: 'c0ffee', run }));
  expect(rows).toMatchObject({ commit: 'c0ffee', shard: '2 of 2', plan: 'abc', playwright: '1.65.1' });
});

test("Groundwork's own rules follow the policy, and only the user's are told", () => {
  const ids = (blocked: 'fail' | 'allow') => ownRules(blocked).map(({ id }) => id);
  expect(ids('fail')).toEqual(['Groundwork: failed', 'Groundwork: blocked', 'Groundwork: unknown']);
  expect(ids('allow')).toEqual(['Groundwork: failed', 'Groundwork: unknown']);
  const judged = [
    { success: false, rule: 'Groundwork: failed/maxFailures', message: 'one' },
    { success: true, rule: 'mine/successRate', message: 'two' },
    { success: false, rule: 'mine/maxDuration', message: '\u001b[1mthree\u001b[22m' },
  ];
  expect(tellGate(judged)).toEqual(['quality gate: mine/maxDuration: three']);
});
