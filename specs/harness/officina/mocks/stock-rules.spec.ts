import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { merged, sameLines } from '../../../../platform/backend/services/inventory-service/src/stock/lines';
import { share, takeable, unitsIn } from '../../../../platform/backend/services/inventory-service/src/stock/sharing';
import { byText, contains, page } from '../../../../platform/mocks/kit';

const batches = fc.array(fc.record({ id: fc.uuid(), quantity: fc.nat(50), expired: fc.boolean() }), { maxLength: 8 });
const lines = fc.array(fc.record({ itemId: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 9 }) }));

test('units are taken from the first batches, never more than a batch has, as many as there are at most', () => {
  fc.assert(
    fc.property(batches, fc.integer({ min: 1, max: 300 }), (found, wanted) => {
      const from = takeable(found, { expiredToo: false });
      const parts = share(from, wanted);
      expect(unitsIn(parts) + Math.min(wanted, unitsIn(from))).toBe(0);
      expect(parts.map(({ batchId }) => batchId)).toEqual(from.slice(0, parts.length).map(({ id }) => id));
      for (const [place, { quantity }] of parts.slice(0, -1).entries()) expect(-quantity).toBe(from[place]?.quantity);
    }),
  );
});

test('what is expired or empty is not taken, and a named batch is the only one', () => {
  const found = [
    { id: 'over', quantity: 1, expired: true },
    { id: 'empty', quantity: 0, expired: false },
    { id: 'good', quantity: 2, expired: false },
  ];
  const ids = (source: Parameters<typeof takeable>[1]) => takeable(found, source).map(({ id }) => id);
  expect(ids({ expiredToo: false })).toEqual(['good']);
  expect(ids({ expiredToo: true })).toEqual(['over', 'good']);
  expect(ids({ expiredToo: true, batchId: 'over' })).toEqual(['over']);
  expect(() => ids({ expiredToo: false, batchId: 'over' })).toThrow('has expired');
  expect(() => ids({ expiredToo: true, batchId: 'other' })).toThrow('no such batch');
});

test('lines of the same items say the same in whatever order and parts', () => {
  fc.assert(
    fc.property(lines, (given) => {
      expect(sameLines(merged(given), merged([...given].reverse()))).toBe(true);
      expect(unitsIn(merged(given))).toBe(unitsIn(given));
      expect(merged(merged(given))).toEqual(merged(given));
    }),
  );
});

test('pages of a list follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (found, pageSize) => {
      const count = Math.ceil(found.length / pageSize);
      const pages = Array.from({ length: count }, (_, index) => page(found, { page: index + 1, pageSize }).items);
      expect(pages.flat()).toEqual(found);
    }),
  );
});

test('text is sorted by code point, and found whatever its case', () => {
  expect(['é', 'b', 'B', 'a', '\u{1F48A}', '\uFFFD'].sort(byText)).toEqual(['B', 'a', 'b', 'é', '\uFFFD', '\u{1F48A}']);
  expect([contains('Äthanol 5%', 'äTH'), contains('Dafalgan', '%')]).toEqual([true, false]);
});
