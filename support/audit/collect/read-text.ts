import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';

/** Longer files are not read: nobody wrote them by hand, and one must not hold up the audit (bytes). */
export const LARGEST_FILE = 4 * 1024 * 1024;

/** The text of a file, or why it was not read. */
export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'skipped'; readonly why: string };

/** Reads a file of the audited tree: never more than the limit, never a pipe or device. */
export function readText(file: string, limit = LARGEST_FILE): TextRead {
  const size = sizeOf(file);
  if (size === undefined) return { kind: 'absent' };
  if (size > limit) return { kind: 'skipped', why: `${(size / 1024 / 1024).toFixed(1)} MB, more than is read` };
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(fstatSync(descriptor).size);
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    const content = buffer.subarray(0, length);
    if (content.subarray(0, 8192).includes(0)) return { kind: 'skipped', why: 'not a text file' };
    return { kind: 'text', text: content.toString('utf8').replace(/^\uFEFF/, '') };
  } catch {
    return { kind: 'skipped', why: 'it cannot be read' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether a path is an ordinary file. */
export function isFile(file: string): boolean {
  return sizeOf(file) !== undefined;
}

/** Whether a path is a folder. */
export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** When a file was last written (ms since the epoch); 0 when there is none. */
export function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The folders from `folder` up to and with `root`; none when it lies elsewhere. */
export function foldersUpTo(folder: string, root: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder; isWithin(at, root); at = path.dirname(at)) {
    folders.push(at);
    if (at === path.dirname(at)) break;
  }
  return folders;
}

/** Whether a path is a folder or lies below it. */
export function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

function sizeOf(file: string): number | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}
