import type { OpeningHours } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { FieldFrame } from '../../ui/FieldFrame';
import { dayName, DAYS } from './weekdays';

interface Props {
  readonly hours: readonly OpeningHours[];
  readonly onHours: (hours: readonly OpeningHours[]) => void;
}

const FIRST = { from: '08:00', to: '18:30' } as const;
const AGAIN = { from: '13:30', to: '18:30' } as const;

/** Opening hours by day: none, one span, or several with a break between. */
export function HoursEditor({ hours, onHours }: Props) {
  const { t } = useT();
  return (
    <fieldset className="hours">
      <legend>{t('locations.hours')}</legend>
      {DAYS.map((day) => (
        <Day
          key={day}
          day={day}
          spans={hours.filter((each) => each.day === day)}
          onSpans={(spans) => onHours([...hours.filter((each) => each.day !== day), ...spans])}
        />
      ))}
    </fieldset>
  );
}

interface DayProps {
  readonly day: number;
  readonly spans: readonly OpeningHours[];
  readonly onSpans: (spans: readonly OpeningHours[]) => void;
}

function Day({ day, spans, onSpans }: DayProps) {
  const { t, language } = useT();
  const name = dayName(day, language);
  const next = { day, ...(spans.length === 0 ? FIRST : AGAIN) };
  return (
    <div className="day" role="group" aria-label={name}>
      <span className="day-name">{name}</span>
      <div className="spans">
        {spans.length === 0 && <span className="muted">{t('hours.closed')}</span>}
        {spans.map((span, index) => (
          <Span
            key={index}
            name={name}
            first={index === 0}
            span={span}
            onSpan={(changed) => onSpans(spans.with(index, changed))}
            onRemove={() => onSpans(spans.toSpliced(index, 1))}
          />
        ))}
      </div>
      <button type="button" className="small" onClick={() => onSpans([...spans, next])}>
        {t('hours.add')}
        <span className="sr-only"> {t('hours.addOn', { day: name })}</span>
      </button>
    </div>
  );
}

interface SpanProps {
  readonly name: string;
  readonly first: boolean;
  readonly span: OpeningHours;
  readonly onSpan: (span: OpeningHours) => void;
  readonly onRemove: () => void;
}

function Span({ name, first, span, onSpan, onRemove }: SpanProps) {
  const { t } = useT();
  const { from, to } = span;
  return (
    <div className="span">
      <TimeField
        label={t(first ? 'hours.opens' : 'hours.opensAgain', { day: name })}
        value={from}
        onTime={(time) => onSpan({ ...span, from: time })}
      />
      <span aria-hidden="true">–</span>
      <TimeField
        label={t(first ? 'hours.closes' : 'hours.closesAgain', { day: name })}
        value={to}
        onTime={(time) => onSpan({ ...span, to: time })}
      />
      <button type="button" className="small" onClick={onRemove}>
        {t('hours.remove')}
        <span className="sr-only"> {t('hours.removeOn', { day: name, from, to })}</span>
      </button>
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onTime: (time: string) => void;
}

function TimeField({ label, value, onTime }: TimeProps) {
  return (
    <FieldFrame label={label}>
      {(control) => (
        <input
          {...control}
          type="time"
          value={value}
          onChange={(event) => onTime(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
