import { isGtin } from './gtin';

/** What a GS1 element string says. */
export interface Elements {
  readonly gtin: string;
  readonly lot: string | null;
  readonly expiresOn: string | null;
  readonly serial: string | null;
}

/** The content, or why there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

interface Element {
  readonly identifier: string;
  readonly value: string;
}

const SEPARATOR = '\u001d';
const SYMBOLOGY = /^\](?:C1|d2|Q3|e0)/;
const BRACKETED = /\((\d{2})\)([^()]*)/gy;
const FIXED: Readonly<Record<string, number>> = { '01': 14, '11': 6, '15': 6, '17': 6 };
const VARIABLE = new Set(['10', '21']);
const LONGEST = 20;

const refuse = (reason: string) => ({ ok: false, reason }) as const;

function bracketed(code: string): Parsed<readonly Element[]> {
  const found = [...code.matchAll(BRACKETED)];
  const length = found.reduce((total, [text]) => total + text.length, 0);
  if (length !== code.length) return refuse('the brackets of its identifiers do not match');
  return { ok: true, value: found.map(([, identifier = '', value = '']) => ({ identifier, value })) };
}

function plain(code: string): Parsed<readonly Element[]> {
  const elements: Element[] = [];
  let rest = code;
  while (rest !== '') {
    const identifier = rest.slice(0, 2);
    const fixed = FIXED[identifier];
    if (fixed === undefined && !VARIABLE.has(identifier)) {
      return refuse(`the application identifier "${identifier}" is not known here`);
    }
    const body = rest.slice(2);
    const end = body.indexOf(SEPARATOR);
    const length = fixed ?? (end === -1 ? body.length : end);
    elements.push({ identifier, value: body.slice(0, length) });
    rest = body.slice(length);
    if (rest.startsWith(SEPARATOR)) rest = rest.slice(1);
  }
  return { ok: true, value: elements };
}

// Two digits of the year mean 51 years back to 49 ahead, and day 00 the last day of the month.
function dayOf(text: string): string | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const [short = 0, month = 0, day = 0] = (text.match(/../g) ?? []).map(Number);
  const now = new Date().getUTCFullYear();
  const guess = now - (now % 100) + short;
  const year = guess - now > 49 ? guess - 100 : now - guess > 50 ? guess + 100 : guess;
  const date = day === 0 ? new Date(Date.UTC(year, month, 0)) : new Date(Date.UTC(year, month - 1, day));
  const real = day === 0 ? month >= 1 && month <= 12 : date.getUTCMonth() === month - 1;
  return real && month > 0 ? date.toISOString().slice(0, 10) : undefined;
}

function faultOf({ identifier, value }: Element): string | undefined {
  const fixed = FIXED[identifier];
  if (fixed !== undefined && value.length !== fixed) {
    return `(${identifier}) must have ${fixed} characters`;
  }
  if (identifier === '01') return isGtin(value) ? undefined : 'the check digit of (01) is wrong';
  if (fixed !== undefined) return dayOf(value) ? undefined : `(${identifier}) is no date`;
  if (!VARIABLE.has(identifier)) return `the application identifier "${identifier}" is not known here`;
  return value.length >= 1 && value.length <= LONGEST ? undefined : `(${identifier}) has no right length`;
}

/** Reads a GS1 element string, with brackets as printed or as a scanner sends it. */
export function readElementString(code: string): Parsed<Elements> {
  const text = code.replace(SYMBOLOGY, '');
  const split = text.startsWith('(') ? bracketed(text) : plain(text);
  if (!split.ok) return split;
  const fault = split.value.map(faultOf).find((found) => found !== undefined);
  if (fault !== undefined) return refuse(fault);
  const values = new Map(split.value.map(({ identifier, value }) => [identifier, value]));
  if (values.size !== split.value.length) return refuse('an identifier stands in it twice');
  const gtin = values.get('01');
  if (gtin === undefined) return refuse('it has no GTIN, identifier (01)');
  const lot = values.get('10') ?? null;
  const serial = values.get('21') ?? null;
  return { ok: true, value: { gtin, lot, expiresOn: dayOf(values.get('17') ?? '') ?? null, serial } };
}
