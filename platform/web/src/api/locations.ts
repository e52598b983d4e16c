import { call, query } from './client';
import type { Location, LocationInput } from './types';

/** The calls to the pharmacy service. */
export const locationsApi = {
  list: (search: string) =>
    call<{ items: readonly Location[]; total: number }>(`/api/pharmacies${query({ search })}`),
  create: (body: LocationInput) => call<Location>('/api/pharmacies', { method: 'POST', body }),
  change: (id: string, body: LocationInput) =>
    call<Location>(`/api/pharmacies/${id}`, { method: 'PATCH', body }),
  remove: (id: string) => call<void>(`/api/pharmacies/${id}`, { method: 'DELETE' }),
} as const;
