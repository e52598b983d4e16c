import type { KnownTests, TestName } from '../history/known-tests';

/** A test of the suite, as its history can be looked for. */
export interface SoughtTest extends TestName {
  readonly id: string;
}

/** Tests whose id the history does not know. */
export interface MissingTests {
  readonly tests: readonly SoughtTest[];
  /** Rows of the history that belong to other tests of the suite. */
  readonly used: ReadonlySet<number>;
  /** Whether no filter has narrowed the suite, so that what is not in it is gone. */
  readonly isWhole: boolean;
}

/**
 * The history of tests that have none under their id: for a repetition, that of its title; for a test
 * that was renamed or moved, that of its old name where there is no doubt which one it was.
 *
 * @returns rows of the history, by test id
 */
export function findHistory(history: KnownTests, { tests, used, isWhole }: MissingTests): ReadonlyMap<string, number> {
  if (tests.length === 0) return new Map();
  const titles = rowsOfNames(history, new Set(tests.map(nameOf)));
  const found = new Map<string, number>();
  for (const test of tests) {
    const row = titles.get(nameOf(test));
    if (row !== undefined) found.set(test.id, row);
  }
  if (!isWhole) return found;
  const taken = new Set(found.values());
  const orphans = [...history.rows()].filter((row) => !used.has(row) && !taken.has(row));
  const unnamed = tests.filter(({ id }) => !found.has(id));
  return new Map([...found, ...renamed(unnamed, orphans.map((row) => ({ ...history.name(row), row })))]);
}

function nameOf({ file, project, title }: TestName): string {
  return [file, project, title].join('\0');
}

function rowsOfNames(history: KnownTests, names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const row of history.rows()) {
    const name = nameOf(history.name(row));
    if (names.has(name)) rows.set(name, row);
  }
  return rows;
}

/** A row of the history that no test of the suite has. */
interface Orphan extends TestName {
  readonly row: number;
}

/** Moved: the only one of its title; renamed: the only one that its file has lost, and the only new one. */
function renamed(tests: readonly SoughtTest[], orphans: readonly Orphan[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const keys = [
    ({ project, title }: TestName) => [project, title].join('\0'),
    ({ project, file }: TestName) => [project, file].join('\0'),
  ];
  for (const key of keys) {
    const old = onlyOnes(orphans, key);
    for (const [name, test] of onlyOnes(tests, key)) {
      const row = old.get(name)?.row;
      if (row === undefined || found.has(test.id) || taken.has(row)) continue;
      found.set(test.id, row);
      taken.add(row);
    }
  }
  return found;
}

/** The items that are alone under their key. */
function onlyOnes<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return new Map(items.filter((item) => counts.get(key(item)) === 1).map((item) => [key(item), item]));
}
