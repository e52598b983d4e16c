import type { RunRecord, TestRecord } from '../../support/run/run-record';

type RealTest = TestRecord & Required<Pick<TestRecord, 'needsReal'>>;

/** The tests that were skipped because they need a real service. */
export function realTests({ tests }: Pick<RunRecord, 'tests'>): readonly RealTest[] {
  return tests.filter((test): test is RealTest => test.needsReal !== undefined);
}

/**
 * What a run with mocks must not be taken for, in a line or two; nothing for a run without any.
 *
 * @example renderMocks(run) // ['passed against mocks of stock, which says nothing of the real services', …]
 */
export function renderMocks(run: Pick<RunRecord, 'services' | 'tests'>): readonly string[] {
  const mocked = run.services.filter(({ launcher }) => launcher === 'mock').map(({ name }) => name);
  const left = run.services.filter(({ launcher }) => launcher === 'none').map(({ name }) => name);
  const skipped = realTests(run);
  const counts = new Map<string, number>();
  for (const name of skipped.flatMap(({ needsReal }) => needsReal)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const each = [...counts].sort(([, one], [, other]) => other - one).map(([name, count]) => `${name} ${count}`);
  return [
    ...(mocked.length > 0 ? [`ran against mocks of ${mocked.join(', ')}: says nothing of the real ones`] : []),
    ...(left.length > 0 ? [`left out, because they have no mock: ${left.join(', ')}`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped, because they need a real service: ${each.join(', ')}`] : []),
  ];
}
