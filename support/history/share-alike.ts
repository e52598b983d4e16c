import type { HistoryEntry } from './history';

/** Lets entries share what is the same in most of them: lists of verdicts and needs, names of files and projects. */
export function shareAlike(): (entry: HistoryEntry) => HistoryEntry {
  const verdicts = firstOf<HistoryEntry['verdicts']>();
  const texts = firstOf<string>();
  const needs = firstOf<string[]>();
  return (one) => {
    one.verdicts = verdicts(one.verdicts.join(), one.verdicts);
    one.needs = needs(JSON.stringify(one.needs), one.needs);
    one.file = texts(one.file, one.file);
    one.project = texts(one.project, one.project);
    return one;
  };
}

/** Gives, for every value, the first that came under its key. */
function firstOf<T>(): (key: string, value: T) => T {
  const first = new Map<string, T>();
  return (key, value) => {
    const known = first.get(key);
    if (known === undefined) first.set(key, value);
    return known ?? value;
  };
}
