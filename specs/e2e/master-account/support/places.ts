import type { APIRequestContext } from '@playwright/test';
import { answerOf } from './answer';

/** What can be told of a location. */
export interface NewPlace {
  readonly name?: string;
  readonly city?: string;
  readonly openingHours?: readonly { readonly day: number; readonly from: string; readonly to: string }[];
}

/** A location that exists. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Adds a location through the API. */
export async function addPlace(api: APIRequestContext, place: NewPlace = {}): Promise<Place> {
  const { name = 'Apotheke am Markt', city = 'Bern', openingHours = [] } = place;
  const data = { name, city, openingHours, street: 'Marktgasse 1', postcode: '3011', country: 'CH' };
  return answerOf<Place>(await api.post('/api/pharmacies', { data }));
}
