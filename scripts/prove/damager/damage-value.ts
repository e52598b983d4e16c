const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DIGITS = /^\d+([.,]\d+)?$/;
const DAY_MS = 86_400_000;

/**
 * Another value of the same type and, for texts, of the same form: an id stays an id, a date a date,
 * so that who reads it must look at the value and not only at its shape. Lists lose their first entry.
 * What holds nothing to change (`null`, `[]`, `{}`) stays as it is.
 */
export function damageValue(value: unknown): unknown {
  if (typeof value === 'string') return damageText(value);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.slice(1).map(damageValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, damageValue(one)]));
}

/** Another text of the same form. */
export function damageText(text: string): string {
  if (UUID.test(text)) return nextDigits(text.slice(0, 8), 16) + text.slice(8);
  if (INSTANT.test(text)) return nextDay(text) ?? `x${text}`;
  if (DAY.test(text)) return nextDay(`${text}T00:00:00.000Z`)?.slice(0, 10) ?? `x${text}`;
  if (DIGITS.test(text)) return nextDigits(text, 10);
  if (/^https?:/.test(text)) return `${text}x`;
  if (text.startsWith('/')) return `/x${text.slice(1)}`;
  return `x${text}`;
}

/** Every letter and digit replaced by the next one: for texts that have a form of their own, as CSV. */
export function damageEveryLetter(text: string): string {
  return text
    .replace(/\d/g, (digit) => nextDigits(digit, 10))
    .replace(/[a-y]|(z)/gi, (letter, last) => String.fromCharCode(letter.charCodeAt(0) + (last ? -25 : 1)));
}

function nextDay(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time + DAY_MS).toISOString();
}

function nextDigits(text: string, base: number): string {
  return text.replace(/[\da-f]/gi, (digit) => ((Number.parseInt(digit, base) + 1) % base).toString(base));
}
