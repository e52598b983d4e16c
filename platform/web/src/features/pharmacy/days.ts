import type { Language } from '../../api/types';
import { LOCALES } from '../../i18n/language';

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A day with its weekday, in the words of the language; `day` is such as "2026-12-25". */
export function longDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(noonOf(day));
}

/** A day that is soon, in the words of the language: without its year. */
export function nearDay(day: string, language: Language): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], parts).format(noonOf(day));
}

/** The day of the week; 1 is Monday. */
export function weekdayOf(day: string): number {
  return noonOf(day).getUTCDay() || 7;
}
