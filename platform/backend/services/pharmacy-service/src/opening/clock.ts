import type { Country } from './schedule';

const ZONES: Readonly<Record<Country, string>> = {
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  AT: 'Europe/Vienna',
};
const DAY_MS = 86_400_000;

/** What calendar and clock say: a date `YYYY-MM-DD` and a time `HH:MM`. */
export interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

/** The date and time of a moment in a country. */
export function momentIn(country: Country, at: Date): LocalMoment {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: ZONES[country],
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
}

/** The date some days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week of a date, Monday being 1. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}
