import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { mkdtempSync, appendFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { causesBetween, ledgerEntry, type LedgerEntry } from '../../../support/ledger/ledger';
import { appendToLedger, ledgerPath, readLedger } from '../../../support/ledger/ledger-file';
import { progressSvg } from '../../../support/ledger/progress-svg';
import { blockedTest, failedTest, runOf, testRecord, testRecords } from '../support/records';

test('a run in the ledger: passing of total, by area, with its causes', () => {
  const entry = ledgerEntry(
    runOf([
      testRecord({ id: 'a', area: 'stock' }),
      testRecord({ id: 'b', area: 'stock', verdict: 'flaky' }),
      testRecord({ id: 'c', area: 'account', verdict: 'skipped' }),
      blockedTest('d', 'db', { area: 'stock' }),
      failedTest('e', 'Boom'),
    ]),
  );
  expect(entry).toMatchObject({ id: 'r1', at: '2026-01-02T03:04:05.000Z', passed: 2, total: 5 });
  expect(entry.areas).toEqual({ account: { passed: 0, total: 1 }, stock: { passed: 2, total: 3 }, 'without area': { passed: 0, total: 1 } });
  expect(entry.causes.map(({ summary, tests }) => [summary, tests]).sort()).toEqual([['Boom', 1], ['db: exited with code 1: Error: no URL', 1]]);
});

test('areas add up to the whole', () => {
  fc.assert(
    fc.property(testRecords(['auth', 'db']), (tests) => {
      const entry = ledgerEntry(runOf(tests));
      const shares = Object.values(entry.areas);
      expect(shares.reduce((sum, { passed }) => sum + passed, 0)).toBe(entry.passed);
      expect(shares.reduce((sum, { total }) => sum + total, 0)).toBe(entry.total);
    }),
  );
});

test('causes that came and went are told between two runs', () => {
  const first = ledgerEntry(runOf([blockedTest('a', 'db'), failedTest('b', 'Boom')]));
  const second = ledgerEntry(runOf([failedTest('b', 'Boom'), failedTest('c', 'Bang')]));
  expect(causesBetween(first, second)).toEqual({ came: ['Bang'], went: ['db: exited with code 1: Error: no URL'] });
  expect(causesBetween(undefined, first).came).toHaveLength(2);
  expect(causesBetween(second, second)).toEqual({ came: [], went: [] });
});

test('the ledger grows by a line a run; a line that was cut off is left out', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-ledger-'));
  const file = ledgerPath(root);
  try {
    expect(readLedger(file)).toEqual([]);
    const entries = [ledgerEntry(runOf([testRecord({ id: 'a' })])), ledgerEntry(runOf([blockedTest('a', 'db')]))];
    for (const entry of entries) appendToLedger(file, entry);
    appendFileSync(file, '{"id":"cut');
    expect(readLedger(file)).toEqual(entries);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

const share = fc.nat(20).chain((total) => fc.record({ total: fc.constant(total), passed: fc.nat(total) }));
const entries = fc.array(share, { maxLength: 20 }).map((list) =>
  list.map((one, index): LedgerEntry => ({ ...one, id: `r${index}`, at: '2026-01-02T03:04:05.000Z', areas: {}, causes: [] })),
);

test('the line of the ledger stays within its picture, from left to right, and higher is better', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const svg = progressSvg(list);
      const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      const dots = [...svg.matchAll(/<circle cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
      expect(dots).toHaveLength(list.length);
      expect(dots.every(({ x, y }) => x >= 0 && x <= Number(width) && y >= 0 && y <= Number(height))).toBe(true);
      expect(dots.map(({ x }) => x)).toEqual(dots.map(({ x }) => x).sort((a, b) => a - b));
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      const shareOf = ({ passed, total }: LedgerEntry) => (total === 0 ? 0 : passed / total);
      const [first, last] = [list[0], list.at(-1)];
      // Dots stand on whole pixels: what differs by less may stand side by side.
      if (first && last && shareOf(last) - shareOf(first) > 0.02) expect(dots.at(-1)?.y).toBeLessThan(dots[0]?.y ?? 0);
    }),
  );
});
