const TESTS = 50_000;
const PROJECTS = ['chromium', 'firefox', 'webkit', 'phone', 'tablet'];

// A suite far larger than any: 50,000 tests in five projects.
export function factsOf(workers) {
  const projects = PROJECTS.map((name) => ({ name, dependencies: [], serving: false }));
  const units = PROJECTS.flatMap((worker, project) =>
    Array.from({ length: TESTS }, (_, seen) => {
      // Joined, not put together by a template: that is how texts are that were read.
      const id = [seen, project * TESTS + seen].map((part) => String(part).padStart(20, '0')).join('-');
      const test = { id, title: `area ${seen % 40} › test ${seen}`, skipped: false };
      const file = `specs/area-${seen % 40}/feature-${Math.floor(seen / 25)}.spec.ts`;
      return { project, file, worker, seen, tests: [test], locks: [], with: [] };
    }),
  );
  return { workers, isWhole: true, projects, units };
}
