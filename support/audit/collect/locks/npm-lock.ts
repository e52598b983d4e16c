import { field } from '../../../data/field';
import type { LockDrift } from '../../model/facts';
import { readJson, textEntries, textField } from '../json-file';
import { belowLock, changed, leftOver, type LockQuestion } from './lock-question';

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** What npm's lock file says otherwise than a package.json; `undefined` where it does not know the package. */
export function npmDrifts(question: LockQuestion): readonly LockDrift[] | undefined {
  const json = readJson(question.file, question.text);
  const own = json.kind === 'value' ? field(field(json.value, 'packages'), belowLock(question)) : undefined;
  if (own === undefined) return undefined;
  // An optional dependency stands in one list only, whichever npm preferred.
  const lockedOf = (name: string) => GROUPS.map((group) => textField(field(own, group), name)).find(Boolean);
  const declared = question.owner.dependencies.filter(({ group }) => group !== 'peerDependencies');
  const drifts = declared.filter(({ name, range }) => lockedOf(name) !== range).map((one) => changed(question, one, lockedOf(one.name)));
  return [...drifts, ...leftOver(question, textEntries(field(own, 'dependencies')).map(([name]) => name))];
}
