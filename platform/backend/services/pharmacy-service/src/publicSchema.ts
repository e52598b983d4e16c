import { z } from '@officina/shared/service/api';

import { deliveryZone, location } from './schema';

/** Path parameters of a published location. */
export const slugParams = z.object({ slug: z.string() });

/** Path parameters of one of its photos. */
export const publicPhotoParams = slugParams.extend({ photoId: z.uuid() });

/** Query for whether it delivers somewhere. */
export const deliveryQuery = z.object({ postcode: z.string().trim().min(1).max(12) });

/** What everybody may know of a published location. */
export const publicLocation = location
  .pick({
    slug: true,
    name: true,
    description: true,
    street: true,
    postcode: true,
    city: true,
    country: true,
    phone: true,
    openingHours: true,
    holidays: true,
    deliveryZones: true,
    photos: true,
  })
  .extend({
    verified: z.boolean(),
    now: z.object({
      open: z.boolean(),
      until: z.string().nullable().describe('When it closes; null while it is closed'),
      opensAt: z
        .object({ date: z.iso.date(), from: z.string() })
        .nullable()
        .describe('When it opens next, within a year; null while it is open'),
      today: z.iso.date().describe('The date in the country of the location'),
    }),
  })
  .openapi('PublicLocation');

/** A public location's JSON. */
export type PublicLocation = z.output<typeof publicLocation>;

const { fee, minimumOrder, minutes } = deliveryZone.shape;

/** Whether and how a location delivers to a postcode; amounts are in cents. */
export const delivery = z
  .object({
    delivers: z.boolean(),
    fee: fee.nullable(),
    minimumOrder: minimumOrder.nullable(),
    minutes: minutes.nullable(),
  })
  .openapi('Delivery');

/** The JSON of a {@link delivery}. */
export type Delivery = z.output<typeof delivery>;
