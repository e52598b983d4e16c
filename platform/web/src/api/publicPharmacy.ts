import { config } from '../config';
import { callPublic, query } from './client';
import type { Location } from './locations';

/** Whether a pharmacy is open at this moment, by the clock of its country. */
export interface Openness {
  readonly open: boolean;
  readonly until: string | null;
  readonly opensAt: { readonly date: string; readonly from: string } | null;
  readonly today: string;
}
/** What a pharmacy shows of itself. */
export type PharmacyFacts = Pick<
  Location,
  | 'slug'
  | 'name'
  | 'description'
  | 'street'
  | 'postcode'
  | 'city'
  | 'country'
  | 'phone'
  | 'openingHours'
  | 'holidays'
  | 'deliveryZones'
  | 'photos'
>;
/** What everybody may know of a published pharmacy. */
export interface PublicPharmacy extends PharmacyFacts {
  readonly verified: boolean;
  readonly now: Openness;
}
/** Whether a pharmacy delivers to a postcode; amounts are in cents. */
export type Delivery =
  | { readonly delivers: false }
  | {
      readonly delivers: true;
      readonly fee: number;
      readonly minimumOrder: number;
      readonly minutes: number;
    };

const at = (slug: string): string => `/api/pharmacies/public/${encodeURIComponent(slug)}`;

/** What can be asked of the pharmacy service without a session. */
export const publicPharmacyApi = {
  read: (slug: string) => callPublic<PublicPharmacy>(at(slug)),
  delivery: (slug: string, postcode: string) =>
    callPublic<Delivery>(`${at(slug)}/delivery${query({ postcode })}`),
  photoUrl: (slug: string, photoId: string) => `${config.apiUrl}${at(slug)}/photos/${photoId}`,
} as const;
