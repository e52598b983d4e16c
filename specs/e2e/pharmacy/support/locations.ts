import type { APIRequestContext, APIResponse } from '@playwright/test';
import { answerOf, problemOf } from '../../inventory/support/answer';

/** A time of opening on one day of the week, Monday being 1. */
export interface Hours {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

/** A day that differs from its weekday. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A photo, without its content. */
export interface Photo {
  readonly id: string;
  readonly caption: string;
  readonly type: string;
}

/** A location, as its account reads it. */
export interface Location {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly phone: string;
  readonly managerId: string | null;
  readonly status: 'draft' | 'published';
  readonly openingHours: readonly Hours[];
  readonly holidays: readonly Holiday[];
  readonly deliveryZones: readonly object[];
  readonly photos: readonly Photo[];
  readonly verification: {
    readonly state: string;
    readonly gln: string | null;
    readonly reason: string | null;
    readonly requestedAt: string | null;
    readonly decidedAt: string | null;
  };
}

/** All locations of an account. */
export const LOCATIONS = '/api/pharmacies';

/** The same hours on every day of the week. */
export const daily = (from: string, to: string): Hours[] => {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to }));
};

/** What a new location is made of, when a test does not care. */
export const PLACE = {
  name: 'Apotheke am Markt',
  street: 'Marktgasse 1',
  postcode: '3011',
  city: 'Bern',
  country: 'CH',
} as const;

/** A location of the account that `api` belongs to. */
export async function added(api: APIRequestContext, fields: object = {}): Promise<Location> {
  return answerOf<Location>(await api.post(LOCATIONS, { data: { ...PLACE, ...fields } }));
}

/** A location that everybody can see, under a name that no other test uses. */
export function published(api: APIRequestContext, fields: object = {}): Promise<Location> {
  const name = `Apotheke ${crypto.randomUUID()}`;
  return added(api, { name, status: 'published', openingHours: daily('08:00', '18:30'), ...fields });
}

/** The path of a location, or of something that belongs to it. */
export const at = ({ id }: Pick<Location, 'id'>, part = ''): string => `${LOCATIONS}/${id}${part}`;

/** The path of a location's public page. */
export const publicAt = ({ slug }: Pick<Location, 'slug'>, part = ''): string => {
  return `${LOCATIONS}/public/${slug}${part}`;
};

/** How a location is now. */
export async function now(api: APIRequestContext, location: Pick<Location, 'id'>): Promise<Location> {
  return answerOf<Location>(await api.get(at(location)));
}

/** How a request was refused: its status, the code of the problem and the fields it names. */
export async function refusalOf(response: APIResponse) {
  const { code, errors = [] } = await problemOf(response);
  return { status: response.status(), code, paths: errors.map(({ path }) => path) };
}
