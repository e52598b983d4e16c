import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REPOSITORY = path.join(__dirname, '..', '..', '..', '..');

/** Files by their path below a root. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A repository of small services in a temporary folder. */
export interface Tree {
  readonly root: string;
  remove(): void;
}

/** Writes a repository; it has a TypeScript compiler and nothing else installed. */
export function writeTree(files: Files, { older = [], git = false }: { older?: readonly string[]; git?: boolean } = {}): Tree {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'groundwork-corpus-')));
  mkdirSync(path.join(root, 'node_modules'));
  symlinkSync(path.join(REPOSITORY, 'node_modules', 'typescript'), path.join(root, 'node_modules', 'typescript'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    const hourAgo = new Date(Date.now() - 3_600_000);
    if (older.includes(name)) utimesSync(file, hourAgo, hourAgo);
  }
  if (git) {
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['add', '-f', ...Object.keys(files)], { cwd: root });
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The text of a package.json, one key a line. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
