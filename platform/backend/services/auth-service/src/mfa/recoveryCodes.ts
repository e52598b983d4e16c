import { randomInt } from 'node:crypto';

// Without signs that are easily mistaken for one another.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

const group = () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** Ten new recovery codes of the form `xxxxx-xxxxx`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => `${group()}-${group()}`);
}

/** The form in which a typed code is compared. */
export function normalRecoveryCode(typed: string): string {
  const signs = typed.toLowerCase().replace(/[^a-z\d]/g, '');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}
