import type { Language } from '../api/types';
import { sessionState } from '../session/store';

const KEY = 'officina.language';

/** Every language of the app. */
export const LANGUAGES: readonly Language[] = ['de', 'fr', 'en'];

/** By whose rules dates and numbers are written: Swiss ones, as the network is, except in English. */
export const LOCALES: Readonly<Record<Language, string>> = { de: 'de-CH', fr: 'fr-CH', en: 'en' };

function known(value: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}

/** A choice made in this browser, else the user's language, else the browser's, else English. */
export function preferredLanguage(): Language {
  const browsers = navigator.languages.map((tag) => known(tag.slice(0, 2).toLowerCase()));
  return (
    known(localStorage.getItem(KEY)) ??
    known(sessionState().session?.user.language) ??
    browsers.find((language) => language !== undefined) ??
    'en'
  );
}

/** Remembers the choice in this browser. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
