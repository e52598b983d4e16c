import type { Language } from '../../api/types';

/** The days of the week; 1 is Monday. */
export const DAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

// The first of January 2024 was a Monday.
const dayOfWeek = (day: number): Date => new Date(Date.UTC(2024, 0, day));

/** The name of a day of the week. */
export function dayName(
  day: number,
  language: Language,
  weekday: 'long' | 'short' = 'long',
): string {
  return new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(dayOfWeek(day));
}
