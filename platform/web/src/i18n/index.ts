import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../api/types';
import { preferredLanguage, rememberLanguage } from './language';
import type { Messages } from './messages';

const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  de: async () => (await import('./de')).de,
  fr: async () => (await import('./fr')).fr,
  en: async () => (await import('./en')).en,
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  i18next.addResourceBundle(language, 'translation', await LOADERS[language]());
}

/** Makes the texts ready in the user's language; nothing may render before. */
export async function startTranslation(): Promise<void> {
  const language = preferredLanguage();
  const messages = await LOADERS[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: messages } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Shows the app in this language. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Shows the app in this language, now and at the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await showLanguage(language);
}
