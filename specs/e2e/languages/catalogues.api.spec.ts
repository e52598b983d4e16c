import { expect, test } from '../../../fixtures';
import { CATALOGUES, placeholdersOf } from './support/catalogues';

const keysOf = (language: 'de' | 'fr' | 'en') => Object.keys(CATALOGUES[language]).sort();

test.describe('the catalogues of texts', { tag: ['@area:languages'] }, () => {
  for (const language of ['de', 'fr'] as const) {
    test(`every text of the app is there in ${language}, and no other`, () => {
      expect(keysOf(language)).toEqual(keysOf('en'));
    });

    test(`in ${language} the same is put into every text as in English`, () => {
      const differing = Object.entries(CATALOGUES.en)
        .map(([key, text]) => ({ key, english: placeholdersOf(text), own: placeholdersOf(CATALOGUES[language][key] ?? '') }))
        .filter(({ english, own }) => english.join() !== own.join());
      expect(differing).toEqual([]);
    });
  }

  for (const language of ['de', 'fr', 'en'] as const) {
    test(`in ${language} no text is empty, and one that counts has a form for one and for others`, () => {
      const texts = Object.entries(CATALOGUES[language]);
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
      const counting = keysOf(language).filter((key) => /_(one|other)$/.test(key));
      const bases = new Set(counting.map((key) => key.replace(/_(one|other)$/, '')));
      expect(counting).toEqual([...bases].flatMap((base) => [`${base}_one`, `${base}_other`]).sort());
    });
  }
});
