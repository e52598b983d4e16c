import type { DeliveryZone } from '../../api/locations';
import type { T } from '../../i18n/useT';
import { required } from '../../ui/validation';
import { amountError, amountText, centsOf } from './money';

/** A delivery zone while it is being filled in. */
export interface ZoneDraft extends Readonly<Record<string, string>> {
  readonly postcode: string;
  readonly fee: string;
  readonly minimumOrder: string;
  readonly minutes: string;
}

/** A delivery zone with nothing in it but what costs nothing. */
export const EMPTY_ZONE: ZoneDraft = { postcode: '', fee: '0.00', minimumOrder: '0.00', minutes: '60' };

const FEWEST_MINUTES = 5;
const MOST_MINUTES = 1_440;

/** A draft of a zone that is there already. */
export function draftOf({ postcode, fee, minimumOrder, minutes }: DeliveryZone): ZoneDraft {
  const amounts = { fee: amountText(fee), minimumOrder: amountText(minimumOrder) };
  return { postcode, ...amounts, minutes: String(minutes) };
}

/** A draft as it is sent. */
export function zoneOf({ postcode, fee, minimumOrder, minutes }: ZoneDraft): DeliveryZone {
  return {
    postcode: postcode.trim(),
    fee: centsOf(fee),
    minimumOrder: centsOf(minimumOrder),
    minutes: Number(minutes),
  };
}

function minutesError(text: string, t: T): string | undefined {
  const number = Number(text);
  const fits = /^\d{1,4}$/.test(text.trim()) && number >= FEWEST_MINUTES && number <= MOST_MINUTES;
  return fits ? undefined : t('pharmacy.invalid.minutes');
}

// As the service compares them: blanks and case make no difference.
const comparable = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase();

/** What is wrong with delivery zones, by `<index>.<field>`. */
export function zoneErrors(drafts: readonly ZoneDraft[], t: T): Readonly<Record<string, string>> {
  const postcodes = drafts.map(({ postcode }) => comparable(postcode));
  const found = drafts.flatMap(({ postcode, fee, minimumOrder, minutes }, index) => {
    const again = postcodes.indexOf(comparable(postcode)) !== index;
    const faults = {
      postcode: required(postcode, t) ?? (again ? t('pharmacy.invalid.samePostcode') : undefined),
      fee: amountError(fee, t),
      minimumOrder: amountError(minimumOrder, t),
      minutes: minutesError(minutes, t),
    };
    return Object.entries(faults).map(([field, text]) => [`${index}.${field}`, text] as const);
  });
  return Object.fromEntries(found.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}
