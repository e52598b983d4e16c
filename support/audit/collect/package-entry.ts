import path from 'node:path';
import { field } from '../../data/field';
import { readJson } from './json-file';
import { readText } from './read-text';

/** The JavaScript file that a package leads to by its name, there or not; `undefined` where it names none. */
export function entryOfPackage(folder: string): string | undefined {
  const file = path.join(folder, 'package.json');
  const read = readText(file);
  const json = read.kind === 'text' ? readJson(file, read.text) : undefined;
  if (json?.kind !== 'value') return undefined;
  const exported = field(json.value, 'exports');
  const entry = firstFile(field(exported, '.') ?? exported) ?? field(json.value, 'main');
  return typeof entry === 'string' ? path.resolve(folder, entry) : undefined;
}

/** The first file among conditions: `{ types: …, import: './dist/index.js' }`. */
function firstFile(conditions: unknown): string | undefined {
  if (typeof conditions === 'string') return conditions;
  for (const key of ['node', 'import', 'module', 'require', 'default']) {
    const found = field(conditions, key);
    const file = found === undefined ? undefined : firstFile(found);
    if (file !== undefined) return file;
  }
  return undefined;
}
