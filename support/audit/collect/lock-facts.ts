import path from 'node:path';
import { field } from '../../data/field';
import type { LockDrift, PackageFacts } from '../model/facts';
import { readJson, textField } from './json-file';
import { foldersUpTo, readText } from './read-text';

// Lock files of large repositories are large.
const LARGEST_LOCK = 64 * 1024 * 1024;

/** What npm's lock file, beside the package or above it, says otherwise than its package.json. */
export function lockDrifts(owner: PackageFacts, root: string): readonly LockDrift[] {
  for (const folder of foldersUpTo(owner.folder, root)) {
    const file = path.join(folder, 'package-lock.json');
    const packages = packagesOf(file);
    if (packages === undefined) continue;
    const own = field(packages, path.relative(folder, owner.folder).split(path.sep).join('/'));
    // A package that the lock file above does not know is not one of its workspaces.
    return own === undefined ? [] : drifts(owner, file, own);
  }
  return [];
}

function drifts(owner: PackageFacts, file: string, own: unknown): readonly LockDrift[] {
  const declared = owner.dependencies.filter(({ group }) => group !== 'peerDependencies');
  const changed = declared.flatMap(({ name, range, group, line }) => {
    const locked = textField(field(own, group), name) ?? otherGroup(own, name);
    if (locked === range) return [];
    return [{ file, place: { file: owner.file, line }, name, wanted: range, locked }];
  });
  const names = new Set(owner.dependencies.map(({ name }) => name));
  const gone = Object.keys(field(own, 'dependencies') ?? {}).filter((name) => !names.has(name));
  return [...changed, ...gone.map((name) => ({ file, place: { file: owner.file, line: 1 }, name, wanted: '', locked: 'still there' }))];
}

/** An optional dependency stands in one list only, whichever npm preferred. */
function otherGroup(own: unknown, name: string): string | undefined {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].map((group) => textField(field(own, group), name)).find(Boolean);
}

function packagesOf(file: string): unknown {
  const read = readText(file, LARGEST_LOCK);
  const json = read.kind === 'text' ? readJson(file, read.text) : undefined;
  return json?.kind === 'value' ? field(json.value, 'packages') : undefined;
}
