import { call, callRaw, query } from './client';

/** A country in which a location may lie. */
export type Country = 'CH' | 'DE' | 'FR' | 'AT';
/** Every country. */
export const COUNTRIES: readonly Country[] = ['CH', 'DE', 'FR', 'AT'];
/** One span of opening hours; day 1 is Monday. */
export interface OpeningHours {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}
/** A day that differs from its weekday: closed, or open at other hours. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}
/** Where a location delivers to; amounts are in cents. */
export interface DeliveryZone {
  readonly postcode: string;
  readonly fee: number;
  readonly minimumOrder: number;
  readonly minutes: number;
}
/** A photo of a location, without its content. */
export interface Photo {
  readonly id: string;
  readonly caption: string;
  readonly type: string;
}
/** How far the verification of a location is. */
export type VerificationState = 'unverified' | 'pending' | 'verified' | 'refused';
/** Whether the office of the platform knows that a location is a pharmacy. */
export interface Verification {
  readonly state: VerificationState;
  readonly gln: string | null;
  readonly reason: string | null;
  readonly requestedAt: string | null;
  readonly decidedAt: string | null;
}

/** What the list of locations writes of one. */
export interface LocationInput {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: Country;
  readonly phone: string;
  readonly managerId: string | null;
  readonly openingHours: readonly OpeningHours[];
}
/** A pharmacy location. */
export interface Location extends LocationInput {
  readonly id: string;
  /** Its name in the address of its public page. */
  readonly slug: string;
  readonly description: string;
  readonly status: 'draft' | 'published';
  readonly holidays: readonly Holiday[];
  readonly deliveryZones: readonly DeliveryZone[];
  readonly photos: readonly Photo[];
  readonly verification: Verification;
  readonly createdAt: string;
}
/** What can be changed of a location. */
export type LocationChange = Partial<LocationInput & Pick<Location, 'description' | 'status'>>;

const BASE = '/api/pharmacies';
const at = (id: string): string => `${BASE}/${id}`;
const photoAt = (id: string, photoId: string): string => `${at(id)}/photos/${photoId}`;

/** The calls to the pharmacy service. */
export const locationsApi = {
  list: (search: string) =>
    call<{ items: readonly Location[]; total: number }>(`${BASE}${query({ search })}`),
  read: (id: string) => call<Location>(at(id)),
  create: (body: LocationInput) => call<Location>(BASE, { method: 'POST', body }),
  change: (id: string, body: LocationChange) => call<Location>(at(id), { method: 'PATCH', body }),
  remove: (id: string) => call<void>(at(id), { method: 'DELETE' }),
  setHolidays: (id: string, holidays: readonly Holiday[]) =>
    call<Location>(`${at(id)}/holidays`, { method: 'PUT', body: { holidays } }),
  setDeliveryZones: (id: string, deliveryZones: readonly DeliveryZone[]) =>
    call<Location>(`${at(id)}/delivery-zones`, { method: 'PUT', body: { deliveryZones } }),
  addPhoto: (id: string, body: FormData) =>
    call<Photo>(`${at(id)}/photos`, { method: 'POST', body }),
  changePhoto: (id: string, photoId: string, body: { caption?: string; position?: number }) =>
    call<Location>(photoAt(id, photoId), { method: 'PATCH', body }),
  removePhoto: (id: string, photoId: string) =>
    call<void>(photoAt(id, photoId), { method: 'DELETE' }),
  photo: async (id: string, photoId: string) => (await callRaw(photoAt(id, photoId))).blob(),
  askVerification: (id: string, gln: string) =>
    call<Location>(`${at(id)}/verification`, { method: 'POST', body: { gln } }),
  withdrawVerification: (id: string) =>
    call<Location>(`${at(id)}/verification`, { method: 'DELETE' }),
} as const;
