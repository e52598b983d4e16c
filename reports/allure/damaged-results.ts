import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The results of a folder that are cut off or no JSON, by name. Allure leaves them out without a word, and the
 * report would look greener than the run.
 */
export function damagedResults(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /-(result|container)\.json$/.test(name))
    .filter((name) => !isObject(readFileSync(path.join(folder, name), 'utf8')));
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
