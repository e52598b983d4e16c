import type { ProjectFacts } from './suite-facts';

/**
 * The phases that Playwright runs for these projects, one after the other, each with new workers: the
 * projects themselves, all that they depend on, and the teardowns.
 *
 * @param present indexes of the projects that have tests of their own to run
 */
export function phasesOf(projects: readonly ProjectFacts[], present: readonly number[]): readonly (readonly number[])[] {
  const all = [...closureOf(projects, present)].sort((one, other) => one - other);
  const first = new Map(all.map((index) => [index, mustRunBefore(projects, all, index)]));
  const done = new Set<number>();
  const phases: number[][] = [];
  while (done.size < all.length) {
    const phase = all.filter((index) => !done.has(index) && [...(first.get(index) ?? [])].every((one) => done.has(one)));
    // Playwright refuses circles when it loads the configuration.
    if (phase.length === 0) throw new Error('The projects depend on each other in a circle.');
    for (const index of phase) done.add(index);
    phases.push(phase);
  }
  return phases;
}

/** The projects, with all set-ups and teardowns that run because of them. */
export function closureOf(projects: readonly ProjectFacts[], present: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (index: number): void => {
    if (found.has(index)) return;
    found.add(index);
    const { dependencies = [], teardown } = projects[index] ?? {};
    dependencies.forEach(visit);
    if (teardown !== undefined) visit(teardown);
  };
  present.forEach(visit);
  return found;
}

/** A teardown waits for everything that stands on its set-up; other projects for their dependencies. */
function mustRunBefore(projects: readonly ProjectFacts[], all: readonly number[], index: number): ReadonlySet<number> {
  const setups = all.filter((one) => projects[one]?.teardown === index);
  const dependents = new Set<number>();
  const visit = (of: number): void => {
    if (dependents.has(of)) return;
    dependents.add(of);
    for (const one of all) if (projects[one]?.dependencies.includes(of)) visit(one);
    const { teardown } = projects[of] ?? {};
    if (teardown !== undefined) visit(teardown);
  };
  setups.forEach(visit);
  dependents.delete(index);
  return new Set([...(projects[index]?.dependencies ?? []), ...dependents]);
}
