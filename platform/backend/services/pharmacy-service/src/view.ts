import type { Location } from './schema';
import type { LocationRow } from './tables';

/** A location's row with its photos in their order. */
export type RowWithPhotos = LocationRow & { readonly photos: Location['photos'] };

const isoOf = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** A location as its account reads it. */
export function locationOf(row: RowWithPhotos): Location {
  const { id, slug, name, description, street, postcode, city, country, phone, status } = row;
  return {
    ...{ id, slug, name, description, street, postcode, city, country, phone },
    managerId: row.manager_id,
    openingHours: [...row.opening_hours],
    holidays: [...row.holidays],
    deliveryZones: [...row.delivery_zones],
    photos: row.photos,
    verification: {
      state: row.verification_state,
      gln: row.gln,
      reason: row.verification_reason,
      requestedAt: isoOf(row.verification_requested_at),
      decidedAt: isoOf(row.verification_decided_at),
    },
    status,
    createdAt: row.created_at.toISOString(),
  };
}
