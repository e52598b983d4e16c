import type { ApiError, FieldProblem } from '../api/ApiError';
import type { MessageKey } from '../i18n/messages';
import type { Texts } from '../i18n/useT';

// What is said of a field of this name when the server says no more than that its value is no good.
const WORDS: Readonly<Record<string, MessageKey>> = {
  email: 'invalid.email',
  phone: 'invalid.phone',
  code: 'invalid.code',
  gtin: 'invalid.gtin',
  gln: 'invalid.gln',
  targetLevel: 'invalid.target',
};

/**
 * Why the server refused a field, in the language of the app: by the rule that was broken, by the problem,
 * or by the field. Where all three are unknown, English has the server's own words and the other languages
 * a sentence that fits always.
 */
export function fieldText({ t, tOr, language }: Texts, { code }: ApiError, fault: FieldProblem): string {
  const ofRule = fault.rule === undefined ? '' : tOr(`problem.${code}.${fault.rule}`, '');
  const words = ofRule || tOr(`problem.${code}`, '');
  if (words !== '') return words;
  const known = WORDS[fault.path.split(/[./]/).at(-1) ?? ''];
  if (known !== undefined) return t(known);
  return language === 'en' ? fault.message : t('invalid.refused');
}
