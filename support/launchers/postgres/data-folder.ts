import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { copyTree } from './copy';
import { folderNameOf, isGone, ownerOf, thisOwner } from './owner';

/** A place where data folders can be. */
export interface Place {
  readonly folder: string;
  readonly freeBytes: number;
}

const wantedBytes = 512 * 1024 * 1024;

function places(): readonly string[] {
  const memory = process.platform === 'linux' ? ['/dev/shm'] : [];
  return [...new Set([...memory, os.tmpdir(), ...(process.platform === 'win32' ? [] : ['/tmp'])])];
}

function measured(folder: string): readonly Place[] {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return [{ folder, freeBytes: bavail * bsize }];
  } catch {
    return [];
  }
}

/** The first place with enough room (memory comes first), else the one with the most. */
export function choosePlace(found: readonly Place[]): Place | undefined {
  const roomy = found.find((place) => place.freeBytes >= wantedBytes);
  return roomy ?? [...found].sort((a, b) => b.freeBytes - a.freeBytes)[0];
}

/** Copies the template into a new folder that belongs to this process. */
export function makeDataFolder(template: string): string {
  const place = choosePlace(places().flatMap(measured));
  if (place === undefined) {
    throw new Error(
      `PostgreSQL has nowhere to put its data: none of ${places().join(', ')} can be written by this ` +
        'user. Set TMPDIR to a folder that can.',
    );
  }
  const folder = path.join(place.folder, folderNameOf(thisOwner()));
  try {
    mkdirSync(folder, { mode: 0o700 });
    copyTree(template, folder, { folderMode: 0o700 });
  } catch (cause) {
    removeDataFolder(folder);
    throw new Error(`The data folder ${folder} cannot be made from the template ${template}.`, {
      cause,
    });
  }
  return folder;
}

/** Removes a data folder. */
export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

function isOwn(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

/** This user's data folders whose owner died without removing them. */
export function staleDataFolders(): readonly string[] {
  const here = thisOwner();
  return places().flatMap((place) => {
    const names = measured(place).length > 0 ? readdirSync(place) : [];
    return names
      .filter((name) => {
        const owner = ownerOf(name);
        return owner !== undefined && isGone(owner, here);
      })
      .map((name) => path.join(place, name))
      .filter(isOwn);
  });
}
