import { instant, z } from '@officina/shared/service/api';

const line = z.string().trim().min(1).max(200);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 08:00');

const openingTime = z
  .object({ day: z.number().int().min(1).max(7), from: time, to: time })
  .refine(({ from, to }) => from < to, { message: 'Must be later than "from"', path: ['to'] });

const fields = {
  name: line,
  street: line,
  postcode: z.string().trim().min(1).max(12),
  city: line,
  country: z.enum(['CH', 'DE', 'FR', 'AT']),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+\d\s()./-]*$/, 'Only digits, blanks and + ( ) . / -'),
  managerId: z.uuid().nullable(),
  openingHours: z.array(openingTime).max(21),
  status: z.enum(['draft', 'published']),
};

/** A location of an account. */
export const location = z
  .object({ id: z.uuid(), ...fields, createdAt: instant })
  .openapi('Location');

/** A location's JSON. */
export type Location = z.output<typeof location>;

/** A new location. */
export const newLocation = z
  .object({
    ...fields,
    phone: fields.phone.default(''),
    managerId: fields.managerId.default(null),
    openingHours: fields.openingHours.default([]),
    status: fields.status.default('draft'),
  })
  .openapi('NewLocation');

/** What to change of a location. */
export const locationChange = z.object(fields).partial().openapi('LocationChange');

/** A new location, read. */
export type NewLocation = z.output<typeof newLocation>;
/** What to change of a location, read. */
export type LocationChange = z.output<typeof locationChange>;
