import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Which files of a tree to copy, and the mode each gets; without a mode it keeps its own. */
export interface CopyRules {
  readonly folderMode: number;
  readonly fileMode?: (file: string) => number;
  readonly leaveOut?: (file: string) => boolean;
}

/** Copies plain files and folders; links are left out. Several times faster than `fs.cpSync` here. */
export function copyTree(from: string, to: string, rules: CopyRules): void {
  mkdirSync(to, { recursive: true, mode: rules.folderMode });
  chmodSync(to, rules.folderMode);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    if (rules.leaveOut?.(source) === true) {
      continue;
    }
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) {
      copyTree(source, target, rules);
    } else if (entry.isFile()) {
      copyFileSync(source, target);
      if (rules.fileMode !== undefined) {
        chmodSync(target, rules.fileMode(target));
      }
    }
  }
}
