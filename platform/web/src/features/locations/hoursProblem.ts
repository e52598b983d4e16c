import type { OpeningHours } from '../../api/locations';
import type { Language } from '../../api/types';
import type { T } from '../../i18n/useT';
import { dayName, DAYS } from './weekdays';

/** What is wrong with opening hours, if anything. */
export function hoursProblem(
  hours: readonly OpeningHours[],
  t: T,
  language: Language,
): string | undefined {
  for (const number of DAYS) {
    const day = dayName(number, language);
    const spans = hours.filter((each) => each.day === number);
    if (spans.some(({ from, to }) => from === '' || to === '' || from >= to)) {
      return t('hours.invalid', { day });
    }
    const sorted = spans.toSorted((a, b) => a.from.localeCompare(b.from));
    if (sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? ''))) {
      return t('hours.overlap', { day });
    }
  }
  return undefined;
}
