import type { RunRecord, TestRecord, Unlocked } from './run-record';

/**
 * What became of the causes of the run before: which are gone or smaller, and how many of their tests
 * really pass now. A promise of `unlocks` is an upper bound; this is the count.
 */
export function unlockedSince(
  before: Pick<RunRecord, 'causes'> | undefined,
  tests: readonly Pick<TestRecord, 'id' | 'verdict'>[],
): readonly Unlocked[] {
  const verdicts = new Map(tests.map(({ id, verdict }) => [id, verdict]));
  return (before?.causes ?? []).flatMap((cause) => {
    const seen = cause.tests.flatMap((id) => verdicts.get(id) ?? []);
    const passed = seen.filter((verdict) => verdict === 'passed' || verdict === 'flaky').length;
    const name = cause.service ? `${cause.service}: ${cause.summary}` : cause.summary;
    return seen.length > 0 && passed > 0 ? [{ cause: name, promised: cause.unlocks, passed }] : [];
  });
}
