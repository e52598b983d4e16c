import type { TestCase } from '@playwright/test/reporter';
import type { TestRecord } from '../../support/run/run-record';

/**
 * Tests that never ran because the set-up that they wait for was blocked are blocked with it, by the
 * same service: they could tell nothing for the same reason.
 */
export function blockedBySetUp(tests: readonly TestCase[], records: readonly TestRecord[]): readonly TestRecord[] {
  const waitsFor = new Map(tests.map(({ parent }) => [parent.project()?.name, parent.project()?.dependencies ?? []]));
  const blockerOf = (project: string): TestRecord['blockedBy'] => {
    for (const name of waitsFor.get(project) ?? []) {
      const own = records.find((record) => record.project === name && record.blockedBy)?.blockedBy;
      const found = own ?? blockerOf(name);
      if (found) return found;
    }
    return undefined;
  };
  const neverRan = new Set(tests.filter(({ results }) => results.length === 0).map(({ id }) => id));
  return records.map((record) => {
    const blockedBy = neverRan.has(record.id) ? blockerOf(record.project) : undefined;
    return blockedBy ? { ...record, verdict: 'blocked', blockedBy } : record;
  });
}
