import { useTranslation } from 'react-i18next';
import type { Language } from '../api/types';
import { LANGUAGES, LOCALES } from './language';
import type { MessageKey } from './messages';

/** What is put into a text; numbers are written as the region writes them. */
export type Values = Readonly<Record<string, string | number>>;

/** Gives the text of a key. */
export type T = (key: MessageKey, values?: Values) => string;

/** The texts in the language shown, and what depends on that language. */
export interface Texts {
  readonly t: T;
  readonly language: Language;
  /** The text of a key that was put together at run time, or the alternative if there is none. */
  readonly tOr: (key: string, alternative: string, values?: Values) => string;
  readonly dateTime: (iso: string) => string;
  /** A day without an hour, given as `2027-03-31`. */
  readonly day: (day: string) => string;
  readonly number: (value: number) => string;
  /** The region's tag, for what `Intl` writes in other forms. */
  readonly locale: string;
}

/** The texts for a component. */
export function useT(): Texts {
  const { t, i18n } = useTranslation();
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'en';
  const locale = LOCALES[language];
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  // The plural form is chosen by the number itself, not by how it is written.
  const filled = (values: Values = {}) => ({ ...values, replace: writtenWith(number, values) });
  return {
    t: (key, values) => t(key, filled(values)),
    tOr: (key, alternative, values) => t(key, { ...filled(values), defaultValue: alternative }),
    language,
    dateTime: (iso) => formatDateTime(iso, locale),
    day: (day) => formatDay(day, locale),
    number,
    locale,
  };
}

function writtenWith(number: (value: number) => string, values: Values): Readonly<Record<string, string>> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
  );
}

function formatDateTime(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

function formatDay(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
