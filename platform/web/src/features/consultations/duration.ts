import { useT } from '../../i18n/useT';

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** Says a duration in the largest unit that it is a whole number of. */
export function useDuration(): (seconds: number) => string {
  const { locale } = useT();
  return (total) => {
    const { unit, seconds } = UNITS.find((each) => total % each.seconds === 0) ?? UNITS[3];
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
    return format.format(total / seconds);
  };
}
