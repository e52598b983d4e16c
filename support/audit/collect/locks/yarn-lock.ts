import { parseSyml } from '@yarnpkg/parsers';
import path from 'node:path';
import semver from 'semver';
import { globSync } from 'tinyglobby';
import { field } from '../../../data/field';
import type { LockDrift } from '../../model/facts';
import { readJson, textField } from '../json-file';
import { readText } from '../read-text';
import { belowLock, changed, leftOver, type LockQuestion } from './lock-question';

interface YarnLock {
  /** `left@^1.0.0`, and since version 2 `left@npm:^1.0.0`. */
  readonly descriptors: readonly string[];
  /** Since version 2: a workspace's own entry, and its folder. */
  readonly workspaces: ReadonlyMap<string, unknown>;
}

/**
 * What Yarn's lock file (version 1, and those since 2) says otherwise than a package.json; `undefined` where the
 * package is none of its workspaces.
 */
export function yarnDrifts(question: LockQuestion): readonly LockDrift[] | undefined {
  const lock = readLock(question.text);
  const root = jsonOf(path.join(question.folder, 'package.json'));
  const members = memberNames(root, question.folder);
  const own = lock.workspaces.get(belowLock(question) || '.');
  const isMember = question.owner.folder === question.folder || members.has(question.owner.folder);
  if (lock.workspaces.size > 0 ? own === undefined : !isMember) return undefined;
  const replaced = replacedNames(root);
  const siblings = new Set(members.values());
  const descriptors = new Set(lock.descriptors);
  const drifts = question.owner.dependencies.flatMap((one) => {
    const { name, range, group } = one;
    // Only plain ranges lead to the registry; a sibling, a folder or a repository is not locked by its range.
    if (group === 'peerDependencies' || semver.validRange(range) === null || replaced.has(name) || siblings.has(name)) return [];
    if (descriptors.has(`${name}@${range}`) || descriptors.has(`${name}@npm:${range}`)) return [];
    return [changed(question, one, lockedRanges(lock, name))];
  });
  return [...drifts, ...leftOver(question, Object.keys(Object(field(own, 'dependencies')) as object))]; // an object, or nothing
}

function readLock(text: string): YarnLock {
  const entries = Object.entries(Object(parsed(text)) as Record<string, unknown>); // an object, or nothing
  const all = entries.flatMap(([key, entry]) => key.split(/,\s*/).map((descriptor) => ({ descriptor, entry })));
  const workspaces = all.flatMap(({ descriptor, entry }): [string, unknown][] => {
    const folder = /@workspace:(.+)$/.exec(descriptor)?.[1];
    return folder === undefined ? [] : [[folder, entry]];
  });
  return { descriptors: all.map(({ descriptor }) => descriptor), workspaces: new Map(workspaces) };
}

function lockedRanges({ descriptors }: YarnLock, name: string): string | undefined {
  const others = descriptors.filter((one) => one.startsWith(`${name}@`)).map((one) => one.slice(name.length + 1).replace(/^npm:/, ''));
  return others.length > 0 ? others.join(', ') : undefined;
}

/** Folder → name of the packages that the root's `workspaces` name. */
function memberNames(root: unknown, folder: string): ReadonlyMap<string, string> {
  const listed = field(root, 'workspaces');
  const patterns: unknown = Array.isArray(listed) ? listed : field(listed, 'packages');
  if (!Array.isArray(patterns)) return new Map();
  const files = patterns.map((pattern) => `${String(pattern).replace(/\/$/, '')}/package.json`);
  const found = globSync(files, { cwd: folder, absolute: true, ignore: ['**/node_modules/**'], deep: 8 });
  return new Map(found.map((file) => [path.dirname(path.normalize(file)), textField(jsonOf(file), 'name') ?? '']));
}

/** Packages whose range `resolutions` replace: `a/left@npm:^1` → `left`. */
function replacedNames(root: unknown): ReadonlySet<string> {
  const resolutions = Object.keys(Object(field(root, 'resolutions')) as object); // an object, or nothing
  return new Set(resolutions.flatMap((one) => /((?:@[^/]+\/)?[^/@]+)(?:@.*)?$/.exec(one)?.[1] ?? []));
}

function jsonOf(file: string): unknown {
  const read = readText(file);
  const json = read.kind === 'text' ? readJson(file, read.text) : undefined;
  return json?.kind === 'value' ? json.value : undefined;
}

function parsed(text: string): unknown {
  try {
    return parseSyml(text);
  } catch {
    return undefined;
  }
}
