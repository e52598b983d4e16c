import type { OpeningHours } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { dayName, DAYS } from './weekdays';

interface Run {
  readonly from: number;
  readonly to: number;
  readonly hours: string;
}

/** Opening hours in few lines: neighbouring days with the same hours stand together. */
export function HoursSummary({ hours }: { readonly hours: readonly OpeningHours[] }) {
  const { t, language } = useT();
  if (hours.length === 0) return <span className="muted">{t('locations.noHours')}</span>;
  const short = (day: number) => dayName(day, language, 'short');
  return (
    <span>
      {runsOf(hours).map((run) => (
        <span key={run.from} className="line">
          {run.from === run.to ? short(run.from) : `${short(run.from)}–${short(run.to)}`}{' '}
          {run.hours}
        </span>
      ))}
    </span>
  );
}

function runsOf(hours: readonly OpeningHours[]): readonly Run[] {
  const runs: Run[] = [];
  for (const day of DAYS) {
    const text = hours
      .filter((each) => each.day === day)
      .sort((a, b) => a.from.localeCompare(b.from))
      .map(({ from, to }) => `${from}–${to}`)
      .join(', ');
    const last = runs.at(-1);
    if (text === '') continue;
    if (last && last.to === day - 1 && last.hours === text)
      runs.splice(-1, 1, { ...last, to: day });
    else runs.push({ from: day, to: day, hours: text });
  }
  return runs;
}
