import { hasCheckDigit } from '@officina/shared/codes/checkDigit';
import { givenPhone, phoneNumber } from '@officina/shared/fields/phone';
import { instant, z } from '@officina/shared/service/api';

import { COUNTRIES, overlapping } from './opening/schedule';
import { VERIFICATION_STATES } from './verification';

const line = z.string().trim().min(1).max(200);
const caption = z.string().trim().max(200);
const postcode = z.string().trim().min(1).max(12);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 08:00');
const cents = z.number().int().min(0).max(10_000_000);

const LATER = { message: 'Must be later than "from"', path: ['to'] };

const openingTime = z
  .object({ day: z.number().int().min(1).max(7), from: time, to: time })
  .refine(({ from, to }) => from < to, LATER);

const openingHours = z.array(openingTime).max(21);

const separateHours = openingHours.superRefine((hours, context) => {
  for (const place of overlapping(hours)) {
    const message = 'Overlaps with other hours of this day';
    context.addIssue({ code: 'custom', message, path: [place, 'from'] });
  }
});

/** The check of a list whose entries must differ in one field, such as their date. */
function differIn<Field extends string>(field: Field, key: (value: string) => string) {
  return (entries: readonly Readonly<Record<Field, string>>[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    entries.forEach((entry, place) => {
      const value = key(entry[field]);
      const message = `There is an entry for this ${field} already`;
      if (seen.has(value)) context.addIssue({ code: 'custom', message, path: [place, field] });
      seen.add(value);
    });
  };
}

/** The form in which postcodes compare. */
export function comparable(code: string): string {
  return code.replace(/\s/g, '').toUpperCase();
}

/** A day that differs from its weekday; closed, unless it has hours of its own. */
export const holiday = z
  .object({
    date: z.iso.date(),
    name: line,
    from: time.nullable().default(null),
    to: time.nullable().default(null),
  })
  .refine(({ from, to }) => (from === null) === (to === null), {
    message: 'Give both "from" and "to", or neither when it is closed',
    path: ['to'],
  })
  .refine(({ from, to }) => from === null || to === null || from < to, LATER)
  .openapi('Holiday');

/** All holidays of a location. */
export const holidayList = z
  .object({ holidays: z.array(holiday).max(60).superRefine(differIn('date', (date) => date)) })
  .openapi('Holidays');

/** A district that a location delivers to; amounts are in cents. */
export const deliveryZone = z
  .object({ postcode, fee: cents, minimumOrder: cents, minutes: z.number().int().min(5).max(1440) })
  .openapi('DeliveryZone');

/** All districts that a location delivers to. */
export const deliveryZoneList = z
  .object({
    deliveryZones: z.array(deliveryZone).max(50).superRefine(differIn('postcode', comparable)),
  })
  .openapi('DeliveryZones');

/** A photo of a location, without its content. */
export const photo = z.object({ id: z.uuid(), caption, type: z.string() }).openapi('Photo');

/** What to change of a photo. */
export const photoChange = z
  .object({
    caption,
    position: z.number().int().min(0).describe('Its place among the photos, the first being 0'),
  })
  .partial()
  .openapi('PhotoChange');

/** A request for verification. */
export const verificationRequest = z
  .object({
    gln: z
      .string()
      .trim()
      .regex(/^\d{13}$/, { message: 'A GLN has 13 digits', abort: true })
      .refine(hasCheckDigit, 'The check digit of this GLN is wrong'),
  })
  .openapi('VerificationRequest');

/** What the office decided of a verification. */
export const verificationDecision = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('verified') }),
    z.object({ outcome: z.literal('refused'), reason: z.string().trim().min(1).max(500) }),
  ])
  .openapi('VerificationDecision');

const verification = z
  .object({
    state: z.enum(VERIFICATION_STATES),
    gln: z.string().nullable(),
    reason: z.string().nullable(),
    requestedAt: instant.nullable(),
    decidedAt: instant.nullable(),
  })
  .openapi('Verification');

const fields = {
  name: line,
  description: z.string().trim().max(2_000),
  street: line,
  postcode,
  city: line,
  country: z.enum(COUNTRIES),
  managerId: z.uuid().nullable(),
  status: z.enum(['draft', 'published']),
};

/** A location of an account. */
export const location = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    ...fields,
    phone: phoneNumber,
    openingHours,
    holidays: z.array(holiday),
    deliveryZones: z.array(deliveryZone),
    photos: z.array(photo),
    verification,
    createdAt: instant,
  })
  .openapi('Location');

/** A location's JSON. */
export type Location = z.output<typeof location>;

/** Query of a list of locations. */
export const locationQuery = z.object({ search: z.string().trim().max(200).optional() });

/** A new location. */
export const newLocation = z
  .object({
    ...fields,
    phone: givenPhone.default(''),
    description: fields.description.default(''),
    managerId: fields.managerId.default(null),
    openingHours: separateHours.default([]),
    status: fields.status.default('draft'),
  })
  .openapi('NewLocation');

/** What to change of a location. */
export const locationChange = z
  .object({ ...fields, phone: givenPhone, openingHours: separateHours })
  .partial()
  .openapi('LocationChange');

/** A new location, read. */
export type NewLocation = z.output<typeof newLocation>;
/** What to change of a location, read. */
export type LocationChange = z.output<typeof locationChange>;
