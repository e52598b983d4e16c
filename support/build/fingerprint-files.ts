import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';

/**
 * One hash over the names and contents of the files that match; the same on every machine.
 *
 * @example fingerprintFiles(['platform/**\/*.ts'], root)
 */
export function fingerprintFiles(
  patterns: readonly string[],
  root: string,
  ignore: readonly string[] = ['**/node_modules/**', '**/dist/**'],
): string {
  const files = globSync([...patterns], { cwd: root, ignore: [...ignore], dot: false }).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file.split(path.sep).join('/')).update('\0');
    hash.update(readFileSync(path.join(root, file))).update('\0');
  }
  return hash.digest('hex');
}
