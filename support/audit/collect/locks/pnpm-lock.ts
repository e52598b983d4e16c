import { parseSyml } from '@yarnpkg/parsers';
import { field } from '../../../data/field';
import type { LockDrift } from '../../model/facts';
import { textField } from '../json-file';
import { belowLock, changed, leftOver, type LockQuestion } from './lock-question';

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/**
 * What pnpm's lock file (version 5 to 9) says otherwise than a package.json; `undefined` where it does not know the
 * package.
 */
export function pnpmDrifts(question: LockQuestion): readonly LockDrift[] | undefined {
  const lock = parsed(question.text);
  const importers = field(lock, 'importers');
  const below = belowLock(question);
  // Without workspaces, older versions write the only package at the top.
  const own = importers === undefined && below === '' ? lock : field(importers, below || '.');
  if (own === undefined) return undefined;
  const replaced = replacedNames(lock);
  const declared = question.owner.dependencies.filter(({ group, name }) => group !== 'peerDependencies' && !replaced.has(name));
  const drifts = declared.flatMap((one) => {
    const locked = specifierOf(own, one.name);
    const isLeftOut = locked === undefined && one.group === 'optionalDependencies';
    return locked === one.range || isLeftOut ? [] : [changed(question, one, locked)];
  });
  const names = GROUPS.flatMap((group) => Object.keys(Object(field(own, group)) as object)); // an object, or nothing
  return [...drifts, ...leftOver(question, names)];
}

function specifierOf(own: unknown, name: string): string | undefined {
  const listed = GROUPS.map((group) => textField(field(field(own, group), name), 'specifier')).find((one) => one !== undefined);
  return listed ?? textField(field(own, 'specifiers'), name);
}

/** Packages whose range `pnpm.overrides` replaces: `a>left@^1` → `left`. */
function replacedNames(lock: unknown): ReadonlySet<string> {
  const overrides = Object.keys(Object(field(lock, 'overrides')) as object); // an object, or nothing
  return new Set(overrides.map((one) => (one.split('>').at(-1) ?? '').replace(/(?!^)@.*$/, '')));
}

function parsed(text: string): unknown {
  try {
    return parseSyml(text);
  } catch {
    return undefined;
  }
}
