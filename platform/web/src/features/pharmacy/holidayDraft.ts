import type { Holiday } from '../../api/locations';
import type { T } from '../../i18n/useT';
import { required } from '../../ui/validation';

/** A holiday while it is being filled in. */
export interface HolidayDraft extends Readonly<Record<string, string>> {
  readonly date: string;
  readonly name: string;
  readonly opening: 'closed' | 'special';
  readonly from: string;
  readonly to: string;
}

/** A holiday with nothing in it. */
export const EMPTY_HOLIDAY: HolidayDraft = { date: '', name: '', opening: 'closed', from: '', to: '' };

/** A draft of a holiday that is there already. */
export function draftOf({ date, name, from, to }: Holiday): HolidayDraft {
  return { date, name, opening: from === null ? 'closed' : 'special', from: from ?? '', to: to ?? '' };
}

/** A draft as it is sent. */
export function holidayOf({ date, name, opening, from, to }: HolidayDraft): Holiday {
  const hours = opening === 'closed' ? { from: null, to: null } : { from, to };
  return { date, name: name.trim(), ...hours };
}

/** What is wrong with holidays, by `<index>.<field>`. */
export function holidayErrors(drafts: readonly HolidayDraft[], t: T): Readonly<Record<string, string>> {
  const found = drafts.flatMap((draft, index) => {
    const { date, name, opening, from, to } = draft;
    const first = drafts.findIndex((each) => each.date === date);
    const again = date !== '' && first !== index ? t('pharmacy.invalid.sameDay') : undefined;
    const special = opening === 'special';
    const late = special && from !== '' && to !== '' && from >= to ? t('pharmacy.invalid.span') : undefined;
    const faults = {
      date: required(date, t) ?? again,
      name: required(name, t),
      from: special ? required(from, t) : undefined,
      to: special ? (required(to, t) ?? late) : undefined,
    };
    return Object.entries(faults).map(([field, text]) => [`${index}.${field}`, text] as const);
  });
  return Object.fromEntries(found.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}
