import type { Audit, Defect } from '../model/defect';

/** `file:line` of a defect, or the services where it has no place. */
export function placeOf({ place, services }: Defect): string {
  return place ? `${place.file}:${place.line}` : services.join(', ');
}

/** What a defect stops, in words: `stops auth, web and 40 tests`. */
export function stopsOf({ severity, services, victims, tests }: Defect): string {
  if (severity !== 'error') return services.join(', ');
  const behind = victims.length > 0 ? `, and behind ${services.length > 1 ? 'them' : 'it'} ${victims.join(', ')}` : '';
  return `${services.join(', ')}${behind}${tests > 0 ? `; ${count(tests, 'test')}` : ''}`;
}

/** `3 defects`, `1 defect`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** One line for an audit: `2 of 9 services cannot be tested: 3 errors, 4 warnings, 1 note`. */
export function summaryOf({ services, defects }: Audit): string {
  const number = (severity: Defect['severity']) => defects.filter((one) => one.severity === severity).length;
  const stopped = new Set(defects.filter((one) => one.severity === 'error').flatMap((one) => [...one.services, ...one.victims]));
  const head =
    stopped.size === 0
      ? `Nothing was found that stops one of ${count(services.length, 'service')}`
      : `${stopped.size} of ${count(services.length, 'service')} cannot be tested as they are`;
  return `${head}: ${count(number('error'), 'error')}, ${count(number('warning'), 'warning')}, ${count(number('note'), 'note')}`;
}
