import type { FullConfig, Suite, TestCase } from '@playwright/test/reporter';
import path from 'node:path';
import { field } from '../data/field';
import type { ProjectFacts, SuiteFacts, TestFacts, UnitFacts } from './suite-facts';
import { locksOf, testGroups } from './test-groups';

/** What is read of Playwright: the suite that `preprocess` is given, and where its paths start. */
export interface LoadedSuite {
  readonly suite: Suite;
  readonly config: Pick<FullConfig, 'workers'>;
  readonly root: string;
  readonly isWhole: boolean;
}

const WITH = '@with:';

/**
 * The facts of a suite that Playwright has loaded: its projects, and its tests in Playwright's own groups.
 *
 * @throws Error when this version of Playwright does not tell what its groups depend on.
 */
export function readSuite({ suite, config, root, isWhole }: LoadedSuite): SuiteFacts {
  const units = suite.suites.flatMap((one, project) =>
    testGroups(one).map(({ tests, file, ...group }): UnitFacts => ({
      ...group,
      project,
      file: path.relative(root, file).replaceAll(path.sep, '/'),
      tests: tests.map(testFacts),
      locks: unique(tests.flatMap(locksOf)),
      with: unique(tests.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith(WITH)).map((tag) => tag.slice(WITH.length)))),
    })),
  );
  return { workers: config.workers, isWhole, projects: readProjects(suite), units };
}

function testFacts(test: TestCase): TestFacts {
  const [, , , ...titles] = test.titlePath();
  return { id: test.id, title: titles.join(' › '), skipped: test.expectedStatus === 'skipped' };
}

function readProjects(suite: Suite): readonly ProjectFacts[] {
  const projects = suite.suites.map((one) => one.project());
  const indexOf = (name: string): number => projects.findIndex((project) => project?.name === name);
  const serving = new Set(projects.flatMap((project) => [...(project?.dependencies ?? []), project?.teardown]));
  return suite.suites.map((one, index) => {
    const { name = '', dependencies = [], teardown } = projects[index] ?? {};
    // A project's own limit has no public name.
    const limit = field(field(one, '_fullProject'), 'workers');
    return {
      name,
      dependencies: dependencies.map(indexOf).filter((at) => at >= 0),
      teardown: teardown === undefined ? undefined : indexOf(teardown),
      serving: serving.has(name),
      workers: typeof limit === 'number' ? limit : undefined,
    };
  });
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
