import { useTranslation } from 'react-i18next';
import type { Language } from '../api/types';
import { LANGUAGES } from './language';
import type { MessageKey } from './messages';

/** What is put into a text. */
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
}

/** The texts for a component. */
export function useT(): Texts {
  const { t, i18n } = useTranslation();
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'en';
  return {
    t: (key, values) => t(key, values ?? {}),
    tOr: (key, alternative, values) => t(key, { ...values, defaultValue: alternative }),
    language,
    dateTime: (iso) => formatDateTime(iso, language),
  };
}

function formatDateTime(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    date,
  );
}
