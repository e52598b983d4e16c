import path from 'node:path';
import type { DependencyFact, LockDrift, PackageFacts } from '../../model/facts';

/** A lock file and a package that it may know. */
export interface LockQuestion {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
  readonly owner: PackageFacts;
}

/** The folder of the package below that of the lock file, with `/`; the empty text for the same. */
export function belowLock({ folder, owner }: LockQuestion): string {
  return path.relative(folder, owner.folder).split(path.sep).join('/');
}

/** A dependency that the lock file has otherwise, or not at all. */
export function changed({ file, owner }: LockQuestion, { name, range, line }: DependencyFact, locked: string | undefined): LockDrift {
  return { file, place: { file: owner.file, line }, name, wanted: range, locked };
}

/** Packages that the lock file still has and the package.json does not name any more. */
export function leftOver({ file, owner }: LockQuestion, names: readonly string[]): readonly LockDrift[] {
  const declared = new Set(owner.dependencies.map(({ name }) => name));
  const gone = [...new Set(names)].filter((name) => !declared.has(name));
  return gone.map((name) => ({ file, place: { file: owner.file, line: 1 }, name, wanted: '', locked: 'still there' }));
}
