import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** What decides whether a folder's content can be trusted. */
export interface FolderFacts {
  readonly path: string;
  readonly isFolder: boolean;
  readonly owner: number;
  readonly mode: number;
}

const writableByOthers = 0o002;
const writableByGroup = 0o020;
const sticky = 0o1000;
const passableByAll = 0o001;

function rootObjection(folder: FolderFacts, isLast: boolean): string | undefined {
  const isOpen = (folder.mode & (writableByGroup | writableByOthers)) !== 0;
  // In a sticky folder (/tmp) others can add names, but cannot replace one that is not theirs.
  const isProtected = !isLast && (folder.mode & sticky) !== 0;
  if (folder.owner !== 0) {
    return `${folder.path} belongs to user ${folder.owner}, who could replace what root runs`;
  }
  if (isOpen && !isProtected) {
    return `${folder.path} can be written by other users, who could replace what root runs`;
  }
  if ((folder.mode & passableByAll) === 0) {
    return `${folder.path} cannot be entered by the ordinary user that runs PostgreSQL`;
  }
  return undefined;
}

/** Why a cache folder, given from `/` down to itself, must not be used by this user; nothing if it may. */
export function distrust(chain: readonly FolderFacts[], uid: number): string | undefined {
  const noFolder = chain.find((folder) => !folder.isFolder);
  if (noFolder !== undefined) {
    return `${noFolder.path} is not a plain folder`;
  }
  const last = chain.at(-1);
  if (uid === 0) {
    return chain.map((f) => rootObjection(f, f === last)).find((found) => found !== undefined);
  }
  if (last !== undefined && last.owner !== uid) {
    return `${last.path} belongs to user ${last.owner}, not to user ${uid} who runs this`;
  }
  if (last !== undefined && (last.mode & writableByOthers) !== 0) {
    return `${last.path} can be written by every user of this machine`;
  }
  return undefined;
}

function factsOf(folder: string): FolderFacts {
  const found = lstatSync(folder);
  return {
    path: folder,
    isFolder: found.isDirectory(),
    owner: found.uid,
    mode: found.mode,
  };
}

function chainTo(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [...chainTo(parent), folder];
}

/** Makes the cache folder if it is missing and throws unless nobody else can change what is in it. */
export function trustedFolder(folder: string, uid: number | undefined): string {
  try {
    mkdirSync(folder, { recursive: true, mode: uid === 0 ? 0o755 : 0o700 });
  } catch (cause) {
    throw new Error(
      `The PostgreSQL cache ${folder} cannot be made. Set POSTGRES_CACHE to a folder that can be written.`,
      { cause },
    );
  }
  const objection = uid === undefined ? undefined : distrust(chainTo(folder).map(factsOf), uid);
  if (objection !== undefined) {
    throw new Error(
      `The PostgreSQL cache ${folder} is not safe to use: ${objection}. ` +
        'Set POSTGRES_CACHE to another folder, or correct its owner and mode.',
    );
  }
  return folder;
}
