import type { Language } from '../../api/types';

/** A day without an hour, in the user's language. */
export function dayText(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
