import { randomInt } from 'node:crypto';

/** A GTIN of twelve digits with its check digit appended. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 3 : 1);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A Swiss medicine's GTIN-13 that no other test uses. */
export function freshGtin(): string {
  return withCheckDigit(`7680${String(randomInt(100_000_000)).padStart(8, '0')}`);
}

/** The same number with a check digit that is wrong. */
export function withWrongDigit(gtin: string): string {
  return `${gtin.slice(0, -1)}${(Number(gtin.at(-1)) + 1) % 10}`;
}
