import { closeOverDependencies } from '../manifest/dependencies';
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
      !closeOverDependencies(manifest, [name]).has(service),
  );
  return others.flatMap(({ name }) => {
    const number = tests.filter(({ needs }) => closeOverDependencies(manifest, needs).has(name)).length;
    return number > 0 ? [{ summary: `${name} is not ready either`, tests: number }] : [];
  });
}
