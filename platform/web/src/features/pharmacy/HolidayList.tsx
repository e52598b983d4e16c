import type { Holiday } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { longDay } from './days';

/** Holidays by date, each with its hours. */
export function HolidayList({ holidays }: { readonly holidays: readonly Holiday[] }) {
  const { t, language } = useT();
  if (holidays.length === 0) return <p className="muted">{t('pharmacy.noHolidays')}</p>;
  return (
    <ul className="holidays">
      {holidays.map(({ date, name, from, to }) => (
        <li key={date}>
          <span>
            <span className="row-title">{name}</span>
            <time className="row-detail" dateTime={date}>
              {longDay(date, language)}
            </time>
          </span>
          <span className="times">{from === null ? t('hours.closed') : `${from}–${to ?? ''}`}</span>
        </li>
      ))}
    </ul>
  );
}
