import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { formatHistory, parseHistory, type History } from './history';

/** The history's file below the manifest's folder. */
export function historyPath(root: string): string {
  return path.join(root, 'reports', 'history', 'tests.json');
}

/** Reads the history; a damaged file is set aside beside itself and told of, never a crash. */
export function readHistory(file: string, tell: (message: string) => void): History {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return parseHistory(text);
  } catch {
    const aside = `${file}.damaged`;
    renameSync(file, aside);
    tell(`${file} is damaged: it was set aside as ${path.basename(aside)} and is built anew.`);
    return {};
  }
}

/** Writes the history at once or not at all. */
export function writeHistory(file: string, history: History): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileAtomic.sync(file, formatHistory(history), { fsync: false });
}
