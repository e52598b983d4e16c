import type { OpeningHours } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { dayName, DAYS } from '../locations/weekdays';

interface Props {
  readonly hours: readonly OpeningHours[];
  /** The day of the week that is marked; 1 is Monday. */
  readonly today?: number;
}

/** Opening hours as a table of the week. */
export function HoursTable({ hours, today }: Props) {
  const { t, language } = useT();
  return (
    <table className="week">
      <caption className="sr-only">{t('locations.hours')}</caption>
      <tbody>
        {DAYS.map((day) => (
          <tr key={day} aria-current={day === today ? 'date' : undefined}>
            <th scope="row">{dayName(day, language)}</th>
            <td>
              {spansOn(day, hours).map((span) => (
                <span key={span} className="line">
                  {span}
                </span>
              ))}
              {spansOn(day, hours).length === 0 && <span className="muted">{t('hours.closed')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spansOn(day: number, hours: readonly OpeningHours[]): readonly string[] {
  const spans = hours.filter((each) => each.day === day).toSorted((a, b) => a.from.localeCompare(b.from));
  return spans.map(({ from, to }) => `${from}–${to}`);
}
