const ZONE = 'Europe/Zurich';

/** A time as the app shows it in English, in the time zone of the suite's browsers. */
export function shown(iso: string): string {
  const form = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });
  // Programs differ in the kind of blank before AM and PM.
  return form.format(new Date(iso)).replaceAll(/\s/g, ' ');
}

/** A time as it is typed into a field for day and time. */
export function typed(iso: string): string {
  const form = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE });
  return form.format(new Date(iso)).replace(' ', 'T');
}
