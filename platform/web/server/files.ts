import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder by their path below it, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * Reads a folder of files into memory: a server that runs must not notice that the app is built again
 * under its feet, with other names for all files.
 */
export function readFiles(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pathBelow = (path: string) => path.slice(folder.length + 1).replaceAll('\\', '/');
  return new Map(paths.map((path) => [pathBelow(path), new Uint8Array(readFileSync(path))]));
}
