import type { History, HistoryEntry } from '../history/history';

/** A test of the suite, as its history can be looked for. */
export interface SoughtTest {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly project: string;
}

/** Tests whose id the history does not know. */
export interface MissingTests {
  readonly tests: readonly SoughtTest[];
  /** What belongs to other tests of the suite. */
  readonly used: ReadonlySet<HistoryEntry>;
  /** Whether no filter has narrowed the suite, so that what is not in it is gone. */
  readonly isWhole: boolean;
}

/**
 * The history of tests that have none under their id: for a repetition, that of its title; for a test
 * that was renamed or moved, that of its old name where there is no doubt which one it was.
 *
 * @returns by test id
 */
export function findHistory(history: History, { tests, used, isWhole }: MissingTests): ReadonlyMap<string, HistoryEntry> {
  if (tests.length === 0) return new Map();
  const entries = Object.values(history);
  const titles = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const found = new Map<string, HistoryEntry>();
  for (const test of tests) {
    const entry = titles.get(nameOf(test));
    if (entry) found.set(test.id, entry);
  }
  if (!isWhole) return found;
  const taken = new Set(found.values());
  const orphans = entries.filter((entry) => !used.has(entry) && !taken.has(entry));
  const unnamed = tests.filter(({ id }) => !found.has(id));
  return new Map([...found, ...renamed(unnamed, orphans)]);
}

function nameOf({ file, project, title }: Omit<SoughtTest, 'id'>): string {
  return [file, project, title].join('\0');
}

/** Moved: the only one of its title; renamed: the only one that its file has lost, and the only new one. */
function renamed(tests: readonly SoughtTest[], orphans: readonly HistoryEntry[]): ReadonlyMap<string, HistoryEntry> {
  const found = new Map<string, HistoryEntry>();
  const taken = new Set<HistoryEntry>();
  const keys = [
    ({ project, title }: Omit<SoughtTest, 'id'>) => [project, title].join('\0'),
    ({ project, file }: Omit<SoughtTest, 'id'>) => [project, file].join('\0'),
  ];
  for (const key of keys) {
    const old = onlyOnes(orphans, key);
    for (const [name, test] of onlyOnes(tests, key)) {
      const entry = old.get(name);
      if (!entry || found.has(test.id) || taken.has(entry)) continue;
      found.set(test.id, entry);
      taken.add(entry);
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
