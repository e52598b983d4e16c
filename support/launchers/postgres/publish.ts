import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Prefix of a folder that is still being built; one that is left over can be removed. */
export const buildingPrefix = '.building-';

/**
 * Returns the folder if it exists; else builds it under another name and moves it into place in one
 * step, so that of several starters at once each sees either nothing or the complete folder.
 */
export function publishedFolder(folder: string, build: (into: string) => void): string {
  if (existsSync(folder)) {
    return folder;
  }
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  const draft = mkdtempSync(path.join(parent, buildingPrefix));
  try {
    build(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) {
      throw error;
    }
  }
  return folder;
}
