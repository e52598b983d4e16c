import { readFileSync } from 'node:fs';

/**
 * The values of a JSON Lines file, none when there is no such file. A line that cannot be read (a last
 * one that was cut off by a kill) is left out.
 */
export function readJsonLines(file: string): unknown[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as unknown] : [];
    } catch {
      return [];
    }
  });
}
