/** The countries a location can be in. */
export const COUNTRIES = ['CH', 'DE', 'FR', 'AT'] as const;

/** One of {@link COUNTRIES}. */
export type Country = (typeof COUNTRIES)[number];

/** A time of opening within a day, `HH:MM`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** When a location is open on one day of the week, Monday being 1; twice a day is possible. */
export interface OpeningTime extends Span {
  readonly day: number;
}

/** A day (`YYYY-MM-DD`) that differs from its weekday: special hours, or closed when there are none. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** When a location is open. */
export interface Schedule {
  readonly openingHours: readonly OpeningTime[];
  readonly holidays: readonly Holiday[];
}

/** The places of the times that begin before an earlier one of their day has ended. */
export function overlapping(hours: readonly OpeningTime[]): number[] {
  return hours.flatMap(({ day, from, to }, place) => {
    const before = hours.slice(0, place).filter((other) => other.day === day);
    return before.some((other) => from < other.to && other.from < to) ? [place] : [];
  });
}

/** Holidays in the order of the calendar. */
export function byDate(holidays: readonly Holiday[]): Holiday[] {
  return holidays.toSorted((a, b) => a.date.localeCompare(b.date));
}
