import { de } from '../../../../platform/web/src/i18n/de';
import { en } from '../../../../platform/web/src/i18n/en';
import { fr } from '../../../../platform/web/src/i18n/fr';
import type { Language } from '../../support/main-pages';

/** All texts of each language by their keys. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { de, fr, en };

const PLACEHOLDER = /\{\{\s*([^}\s]+)\s*\}\}/g;

/** The names of what is put into a text. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name).sort();
}

/** Whether a text is one of the catalogue's, with anything in the place of what is put in. */
export function isTextOf(language: Language): (text: string) => boolean {
  const texts = Object.values(CATALOGUES[language]);
  const plain = new Set(texts.filter((text) => placeholdersOf(text).length === 0));
  const patterns = texts.filter((text) => /\p{L}{2}/u.test(text.replace(PLACEHOLDER, ''))).filter((text) => !plain.has(text));
  const filled = patterns.map((text) => {
    const parts = text.split(/\{\{[^}]*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`, 's');
  });
  return (text) => plain.has(text) || filled.some((pattern) => pattern.test(text));
}

const AREAS = new Set(Object.keys(CATALOGUES.en).map((key) => key.split('.')[0]));

/** Whether a text looks like the key of a text, such as `users.title`. */
export function looksLikeKey(text: string): boolean {
  const [area = '', ...rest] = text.split('.');
  return rest.length > 0 && (AREAS.has(area) || /^[a-z-]+$/.test(area)) && rest.every((part) => /^[a-zA-Z-]+$/.test(part));
}
