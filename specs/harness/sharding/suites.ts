import fc from 'fast-check';
import type { History, HistoryEntry } from '../../../support/history/history';
import type { PricedProject, PricedSuite, PricedUnit } from '../../../support/sharding/priced-suite';
import type { ProjectFacts, SuiteFacts, UnitFacts } from '../../../support/sharding/suite-facts';

/** A project that others may stand on. */
export function project(more: Partial<PricedProject> = {}): PricedProject {
  return { name: 'main', dependencies: [], serving: false, startMs: 0, ...more };
}

/** A unit of one test, unless more is said. */
export function unit(ms: number, more: Partial<PricedUnit> = {}): PricedUnit {
  return { project: 0, worker: more.project ?? 0, seen: 0, tests: [ms], hooksMs: 0, fullMs: ms, locks: [], with: [], ...more };
}

/** A suite of one project, unless more is said. */
export function suite(units: readonly PricedUnit[], more: Partial<PricedSuite> = {}): PricedSuite {
  return { workers: 1, projects: [project()], units: units.map((one, seen) => ({ ...one, seen })), ...more };
}

/** What is known of a test. */
export function entry(more: Partial<HistoryEntry> = {}): HistoryEntry {
  return { title: 'a test', file: 'a.spec.ts', project: 'main', durations: [], verdicts: ['passed'], needs: [], ...more };
}

const unitFacts = fc.record({
  project: fc.nat(3),
  file: fc.constantFrom('a.spec.ts', 'b.spec.ts', 'c.spec.ts'),
  tests: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom('plain', 'plain', 'pool', 'lock', 'with', 'skipped'),
  repeat: fc.nat(1),
});

/**
 * Suites of all shapes: a set-up and a teardown project, serial groups, pools, locks, tests that belong
 * together, kinds of workers, skipped tests.
 */
export const suites: fc.Arbitrary<SuiteFacts> = fc
  .record({ workers: fc.integer({ min: 1, max: 4 }), drafts: fc.array(unitFacts, { maxLength: 40 }) })
  .map(({ workers, drafts }) => {
    const sorted = drafts.toSorted((one, other) => one.project - other.project || (one.file < other.file ? -1 : 1));
    const units = sorted.map(({ project: at, file, tests, kind, repeat }, index): UnitFacts => {
      const worker = `${at}-${repeat}`;
      const pool = kind === 'pool' ? `${worker} ${file}` : undefined;
      const count = pool ? 1 : tests;
      const ids = Array.from({ length: count }, (_, test) => `u${index}-${test}`);
      return {
        project: at,
        file,
        worker,
        seen: index,
        pool,
        tests: ids.map((id) => ({ id, title: id, skipped: kind === 'skipped' })),
        locks: kind === 'lock' ? [`lock-${tests}`] : [],
        with: kind === 'with' ? [`name-${tests}`] : [],
      };
    });
    return { workers, isWhole: true, projects: PROJECTS, units };
  });

const PROJECTS: readonly ProjectFacts[] = [
  { name: 'set-up', dependencies: [], teardown: 3, serving: true },
  { name: 'main', dependencies: [0], serving: false },
  { name: 'free', dependencies: [], serving: false, workers: 2 },
  { name: 'teardown', dependencies: [], serving: true },
];

/** A history of some of a suite's tests. */
export function historiesOf(facts: SuiteFacts): fc.Arbitrary<History> {
  const tests = facts.units.flatMap(({ tests: list, file, project: at }) => list.map((test) => ({ ...test, file, at })));
  const known = fc.record({ ms: fc.nat(9_000), verdict: fc.constantFrom<HistoryEntry['verdicts']>(['passed'], ['blocked'], ['failed']) });
  return fc.array(fc.option(known), { minLength: tests.length, maxLength: tests.length }).map((list) =>
    Object.fromEntries(
      tests.flatMap(({ id, title, file, at }, index) => {
        const one = list[index];
        if (!one) return [];
        const name = facts.projects[at]?.name ?? '';
        return [[id, entry({ title, file, project: name, durations: [one.ms], verdicts: one.verdict, start: one.ms % 500 })]];
      }),
    ),
  );
}
