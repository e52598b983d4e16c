import path from 'node:path';
import type { LockFacts, PackageFacts } from '../../model/facts';
import { readJson, textField } from '../json-file';
import { foldersUpTo, isFile, readText } from '../read-text';
import { npmDrifts } from './npm-lock';
import { pnpmDrifts } from './pnpm-lock';
import { yarnDrifts } from './yarn-lock';

// Lock files of large repositories are large.
const LARGEST_LOCK = 64 * 1024 * 1024;

const KINDS = [
  { manager: 'npm', name: 'npm-shrinkwrap.json', read: npmDrifts },
  { manager: 'npm', name: 'package-lock.json', read: npmDrifts },
  { manager: 'pnpm', name: 'pnpm-lock.yaml', read: pnpmDrifts },
  { manager: 'yarn', name: 'yarn.lock', read: yarnDrifts },
] as const;

/**
 * What the lock file, beside a package or above it, says otherwise than its package.json. Where several lie side by
 * side, the one of `packageManager` counts, else the one that agrees best: the others are left over.
 */
export function lockFacts(owner: PackageFacts, root: string): LockFacts {
  for (const folder of foldersUpTo(owner.folder, root)) {
    const present = KINDS.filter(({ name }) => isFile(path.join(folder, name)));
    if (present.length === 0) continue;
    const named = managerOf(folder);
    const asked = present.some(({ manager }) => manager === named) ? present.filter(({ manager }) => manager === named) : present;
    const read = asked.map((kind) => ({ manager: kind.manager, drifts: driftsIn(kind, folder, owner) }));
    // A package that no lock file here knows is none of its workspaces.
    const known = read.filter(({ drifts }) => drifts !== undefined);
    const [best = read[0]] = known.sort((a, b) => (a.drifts?.length ?? 0) - (b.drifts?.length ?? 0));
    return { manager: best?.manager ?? 'npm', folder, drifts: best?.drifts ?? [] };
  }
  return { manager: 'npm', folder: owner.folder, drifts: [] };
}

function driftsIn({ name, read }: (typeof KINDS)[number], folder: string, owner: PackageFacts): LockFacts['drifts'] | undefined {
  const file = path.join(folder, name);
  const text = readText(file, LARGEST_LOCK);
  return text.kind === 'text' ? read({ file, folder, text: text.text, owner }) : undefined;
}

/** `packageManager` of a package.json: `pnpm@9.1.0` → `pnpm`. */
function managerOf(folder: string): string | undefined {
  const file = path.join(folder, 'package.json');
  const read = readText(file);
  const json = read.kind === 'text' ? readJson(file, read.text) : undefined;
  const named = json?.kind === 'value' ? textField(json.value, 'packageManager') : undefined;
  return named?.split('@')[0];
}
