import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const REPOSITORY = path.join(__dirname, '..', '..', '..', '..');

const COMPILER = path.join(REPOSITORY, 'node_modules', 'typescript');

/** Files by their path below a root. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A repository of small services in a temporary folder. */
export interface Tree {
  readonly root: string;
  remove(): void;
}

/** What a repository is beside its files. */
export interface TreeOptions {
  /** Files that were written an hour ago. */
  readonly older?: readonly string[];
  readonly git?: boolean;
  /** Symbolic links → what they lead to, both below the root. */
  readonly links?: Readonly<Record<string, string>>;
  /** The folder of the installed TypeScript. */
  readonly compiler?: string;
}

/** Writes a repository; it has a TypeScript compiler and nothing else installed. */
export function writeTree(files: Files, { older = [], git = false, links = {}, compiler = COMPILER }: TreeOptions = {}): Tree {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'groundwork-corpus-')));
  mkdirSync(path.join(root, 'node_modules'));
  symlinkSync(compiler, path.join(root, 'node_modules', 'typescript'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    const hourAgo = new Date(Date.now() - 3_600_000);
    if (older.includes(name)) utimesSync(file, hourAgo, hourAgo);
  }
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    symlinkSync(path.join(root, target), path.join(root, name));
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
