import { VERDICTS } from '../verdict/verdict';
import type { HistoryEntry } from './history';

/** A test's id, with what is known of it. */
export interface ParsedLine {
  readonly id: string;
  readonly entry: HistoryEntry;
}

/** Reads a test's line, with the comma behind it or without; `undefined` where it is damaged. */
export function parseLine(line: string): ParsedLine | undefined {
  const colon = line.indexOf('":');
  if (!line.startsWith('"') || colon < 0) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(colon + 2, line.endsWith(',') ? -1 : undefined));
    const id = line.slice(1, colon);
    // An id with a quote or a line break in it is none of Playwright's.
    return isEntry(value) && !id.includes('\\') ? { id, entry: value } : undefined;
  } catch {
    return undefined;
  }
}

/** What the schema says, by hand: it may be asked a quarter of a million times. */
function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Partial<Record<keyof HistoryEntry, unknown>>; // checked here
  return (
    typeof one.title === 'string' &&
    typeof one.file === 'string' &&
    typeof one.project === 'string' &&
    isListOf(one.durations, 'number') &&
    isListOf(one.verdicts, 'string') &&
    one.verdicts.every((verdict) => KNOWN.has(verdict)) &&
    isListOf(one.needs, 'string') &&
    isTime(one.around) &&
    isTime(one.start) &&
    isTime(one.failed)
  );
}

const KNOWN: ReadonlySet<unknown> = new Set(VERDICTS);

function isListOf(value: unknown, type: 'number' | 'string'): value is unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === type);
}

function isTime(value: unknown): boolean {
  return value === undefined || typeof value === 'number';
}
