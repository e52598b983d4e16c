import { closeOverDependencies } from '../manifest/dependencies';
import { isDownByItself } from '../readiness/readiness';
import type { TestRecord } from '../run/run-record';
import type { NextCause } from './cause';
import type { CauseQuestion } from './group-causes';

/**
 * What the tests of a service's cause would meet next: other services that they need, that are not
 * ready, and that repairing this one does not bring back. So nobody promises more than a repair gives.
 */
export function nextCauses(
  service: string,
  tests: readonly TestRecord[],
  { services, manifest }: CauseQuestion,
): readonly NextCause[] {
  const others = services.filter(
    ({ name, readiness }) =>
      name !== service &&
      readiness.state !== 'ready' &&
      (isDownByItself(readiness) || !closeOverDependencies(manifest, [name]).has(service)),
  );
  return others.flatMap(({ name }) => {
    const number = tests.filter(({ needs }) => closeOverDependencies(manifest, needs).has(name)).length;
    return number > 0 ? [{ summary: `${name} is not ready either`, tests: number }] : [];
  });
}

/** What tests of a cause would meet next by what the run has shown, with how many of them; most first. */
export function nextByEvidence(tests: readonly TestRecord[], { behind }: CauseQuestion): readonly NextCause[] {
  const counts = new Map<string, number>();
  for (const { id } of tests) {
    for (const summary of behind?.get(id) ?? []) counts.set(summary, (counts.get(summary) ?? 0) + 1);
  }
  return [...counts].map(([summary, number]) => ({ summary, tests: number })).sort((one, other) => other.tests - one.tests);
}
