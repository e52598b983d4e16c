import { momentIn } from './opening/clock';
import { opennessAt } from './opening/openness';
import type { Delivery, PublicLocation } from './publicSchema';
import { comparable } from './schema';
import type { Location } from './schema';

/** What everybody may know of a published location, at a moment. */
export function publicOf(found: Location, at: Date): PublicLocation {
  const { slug, name, description, street, postcode, city, country, phone } = found;
  const now = opennessAt(found, momentIn(country, at));
  return {
    ...{ slug, name, description, street, postcode, city, country, phone, now },
    openingHours: found.openingHours,
    holidays: found.holidays.filter(({ date }) => date >= now.today),
    deliveryZones: found.deliveryZones,
    photos: found.photos,
    verified: found.verification.state === 'verified',
  };
}

/** Whether and how a location delivers to a postcode. */
export function deliveryTo({ deliveryZones }: Location, postcode: string): Delivery {
  const wanted = comparable(postcode);
  const zone = deliveryZones.find((each) => comparable(each.postcode) === wanted);
  if (!zone) return { delivers: false, fee: null, minimumOrder: null, minutes: null };
  const { fee, minimumOrder, minutes } = zone;
  return { delivers: true, fee, minimumOrder, minutes };
}
