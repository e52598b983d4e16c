import type { T } from '../i18n/useT';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[0-9 ()/.-]{5,30}$/;
const CODE = /^\d{6}$/;

type Check = (value: string, t: T) => string | undefined;

/** The field must not be empty. */
export const required: Check = (value, t) =>
  value.trim() === '' ? t('invalid.required') : undefined;

/** The field must be an e-mail address. */
export const email: Check = (value, t) =>
  required(value, t) ?? (EMAIL.test(value.trim()) ? undefined : t('invalid.email'));

/** The field must be a phone number or empty. */
export const phone: Check = (value, t) =>
  value.trim() === '' || PHONE.test(value.trim()) ? undefined : t('invalid.phone');

/** The field must be a code of an authenticator app. */
export const code: Check = (value, t) =>
  CODE.test(value.replaceAll(' ', '')) ? undefined : t('invalid.code');

/** Keeps the entries that are errors. */
export function errorsOf<K extends string>(
  checks: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const key in checks) {
    const message = checks[key];
    if (message !== undefined) found[key] = message;
  }
  return found;
}
