import type { Suite, TestCase } from '@playwright/test/reporter';
import { field } from '../data/field';

/** Tests that Playwright gives to a worker together. */
export interface TestGroup {
  readonly file: string;
  /** Playwright's key of the worker that they need. */
  readonly worker: string;
  /** Place of the first of them in the project. */
  readonly seen: number;
  /** Set for a parallel test with `beforeAll` or `afterAll` around it: how these are cut is decided later. */
  readonly pool?: string;
  readonly tests: readonly TestCase[];
}

/**
 * The groups of one project in the order of Playwright's queue, by Playwright's own rules
 * (`createTestGroups`). Playwright tells a reporter nothing of them, but what they depend on.
 *
 * @throws Error when this version of Playwright does not tell that either.
 */
export function testGroups(project: Suite): readonly TestGroup[] {
  const workers = new Map<string, Map<string, FileGroups>>();
  project.allTests().forEach((test, seen) => {
    const worker = textField(test, '_workerHash');
    const file = textField(test, '_requireFile');
    const files = entryOf(workers, worker, () => new Map<string, FileGroups>());
    place({ test, seen, file, worker }, entryOf(files, file, () => ({ general: [], parallel: new Map(), pooled: [] })));
  });
  return [...workers.values()]
    .flatMap((files) => [...files.values()])
    .flatMap(({ general, parallel, pooled }) => [general, ...parallel.values(), ...pooled.map((one) => [one])])
    .flatMap(groupOf);
}

/** The names that a test locks. */
export function locksOf(test: TestCase): readonly string[] {
  const locks = field(test, '_locks'); // since Playwright 1.63
  return Array.isArray(locks) ? locks.map(String) : [];
}

interface PlacedTest {
  readonly test: TestCase;
  readonly seen: number;
  readonly file: string;
  readonly worker: string;
  readonly pool?: string;
}

/** The three kinds of groups that a file has, in the order of the queue. */
interface FileGroups {
  readonly general: PlacedTest[];
  readonly parallel: Map<Suite | TestCase, PlacedTest[]>;
  readonly pooled: PlacedTest[];
}

function place(placed: PlacedTest, { general, parallel, pooled }: FileGroups): void {
  const { isParallel, hasHooks, sequential } = surroundings(placed.test);
  if (!isParallel) general.push(placed);
  else if (hasHooks && !sequential) pooled.push({ ...placed, pool: `${placed.worker} ${placed.file}` });
  else entryOf(parallel, sequential ?? placed.test, () => []).push(placed);
}

function groupOf(placed: readonly PlacedTest[]): readonly TestGroup[] {
  const [first] = placed;
  return first ? [{ ...withoutTest(first), tests: placed.map(({ test }) => test) }] : [];
}

function withoutTest({ file, worker, seen, pool }: PlacedTest): Omit<TestGroup, 'tests'> {
  return { file, worker, seen, pool };
}

interface Surroundings {
  readonly isParallel: boolean;
  readonly hasHooks: boolean;
  /** The outermost suite around it that runs in order. */
  readonly sequential: Suite | undefined;
}

function surroundings(test: TestCase): Surroundings {
  let isParallel = false;
  let hasHooks = false;
  let sequential: Suite | undefined;
  for (let parent: Suite | undefined = test.parent; parent; parent = parent.parent) {
    const mode = textField(parent, '_parallelMode');
    if (mode === 'serial' || mode === 'default') sequential = parent;
    isParallel ||= mode === 'parallel';
    hasHooks ||= hooksOf(parent).some((type) => type === 'beforeAll' || type === 'afterAll');
  }
  return { isParallel, hasHooks, sequential };
}

function hooksOf(suite: Suite): readonly unknown[] {
  const hooks = field(suite, '_hooks');
  if (!Array.isArray(hooks)) throw untold('_hooks');
  return hooks.map((hook) => field(hook, 'type'));
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function textField(of: object, name: string): string {
  const value = field(of, name);
  if (typeof value === 'string') return value;
  throw untold(name);
}

function untold(name: string): Error {
  return new Error(
    `This version of Playwright does not tell "${name}", and without it nobody knows its test groups. ` +
      'Use a version that Groundwork was tried with, or run without --shard.',
  );
}
