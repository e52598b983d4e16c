import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { formatHistory, type History } from './history';
import { KnownTests } from './known-tests';

/** The history's file below the manifest's folder. */
export function historyPath(root: string): string {
  return path.join(root, 'reports', 'history', 'tests.json');
}

/**
 * Reads the history; a damaged file is set aside beside itself, built anew from the lines of it that can
 * still be read, and told of, never a crash.
 */
export function readHistory(file: string, tell: (message: string) => void): KnownTests {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch {
    return KnownTests.of({});
  }
  const { tests, isDamaged } = KnownTests.read(content);
  if (!isDamaged) return tests;
  const aside = `${file}.damaged`;
  if (setAside(file, aside) && tests.size > 0) writeHistory(file, tests.all());
  const rest = tests.size > 0 ? `; ${tests.size} tests of it could be read` : '';
  tell(`${file} is damaged: it was set aside as ${path.basename(aside)} and is built anew${rest}.`);
  return tests;
}

/** False where another process has done it already. */
function setAside(file: string, aside: string): boolean {
  try {
    renameSync(file, aside);
    return true;
  } catch {
    return false;
  }
}

/** Writes the history at once or not at all. */
export function writeHistory(file: string, history: History): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileAtomic.sync(file, formatHistory(history), { fsync: false });
}
