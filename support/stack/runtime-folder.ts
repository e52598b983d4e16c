import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The folder for what crosses processes on this machine: state files, port locks, what compilers know.
 *
 * It lies outside the checkout, so that two checkouts see each other's ports, and belongs to this
 * user alone, because state files hold secrets.
 *
 * @throws Error when somebody else owns a folder of that name.
 */
export function runtimeFolder(part: 'runs' | 'ports' | 'audit'): string {
  const uid = process.getuid?.();
  const root = path.join(os.tmpdir(), `groundwork-${uid ?? os.userInfo().username}`);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const found = lstatSync(root);
  if (uid !== undefined && (found.uid !== uid || !found.isDirectory())) {
    throw new Error(`${root} belongs to another user. Remove it, or set TMPDIR to a folder of your own.`);
  }
  if ((found.mode & 0o077) !== 0) chmodSync(root, 0o700);
  const folder = path.join(root, part);
  mkdirSync(folder, { recursive: true });
  return folder;
}
