import { daysAfter, weekdayOf } from './clock';
import type { LocalMoment } from './clock';
import type { Schedule, Span } from './schedule';

/** Whether a location is open at a moment, and until or from when. */
export interface Openness {
  readonly open: boolean;
  /** When it closes; nothing while it is closed. */
  readonly until: string | null;
  /** When it opens next, within a year; nothing while it is open. */
  readonly opensAt: { readonly date: string; readonly from: string } | null;
  readonly today: string;
}

const LOOK_AHEAD_DAYS = 366;
// The last minute that hours can name; it stands for midnight.
const LAST_MINUTE = '23:59';

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    if (last && last.to >= span.from) {
      result.splice(-1, 1, { from: last.from, to: last.to > span.to ? last.to : span.to });
    } else {
      result.push(span);
    }
  }
  return result;
}

/** When a location is open on a date, in order; spans that touch are one. A holiday counts more. */
export function spansOn({ openingHours, holidays }: Schedule, date: string): Span[] {
  const holiday = holidays.find((each) => each.date === date);
  if (holiday) {
    const { from, to } = holiday;
    return from === null || to === null ? [] : [{ from, to }];
  }
  const day = weekdayOf(date);
  return joined(openingHours.filter((each) => each.day === day));
}

function nextOpening(schedule: Schedule, { date, time }: LocalMoment): Openness['opensAt'] {
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const day = daysAfter(date, days);
    const next = spansOn(schedule, day).find(({ from }) => days > 0 || from > time);
    if (next) return { date: day, from: next.from };
  }
  return null;
}

/** Whether a location is open at a moment of its own clock. */
export function opennessAt(schedule: Schedule, moment: LocalMoment): Openness {
  const { date: today, time } = moment;
  const now = spansOn(schedule, today).find(
    ({ from, to }) => from <= time && (time < to || to === LAST_MINUTE),
  );
  if (now) return { open: true, until: now.to, opensAt: null, today };
  return { open: false, until: null, opensAt: nextOpening(schedule, moment), today };
}
