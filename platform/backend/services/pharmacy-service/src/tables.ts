import type { AuditEntry } from '@officina/shared/audit/entry';
import type { ColumnType, Generated, Selectable } from 'kysely';

import type { Country, Holiday, OpeningTime } from './opening/schedule';
import type { VerificationState } from './verification';

/** A district that a location delivers to; amounts are in cents. */
export interface DeliveryZone {
  readonly postcode: string;
  readonly fee: number;
  readonly minimumOrder: number;
  readonly minutes: number;
}

type JsonText<T> = ColumnType<readonly T[], string | undefined, string>;

interface LocationTable {
  id: Generated<string>;
  account_id: string;
  slug: string;
  name: string;
  description: string;
  street: string;
  postcode: string;
  city: string;
  country: Country;
  phone: string;
  manager_id: string | null;
  opening_hours: JsonText<OpeningTime>;
  holidays: JsonText<Holiday>;
  delivery_zones: JsonText<DeliveryZone>;
  status: 'draft' | 'published';
  verification_state: Generated<VerificationState>;
  gln: string | null;
  verification_reason: string | null;
  verification_requested_at: Date | null;
  verification_decided_at: Date | null;
  created_at: Generated<Date>;
}

interface PhotoTable {
  id: string;
  location_id: string;
  position: number;
  caption: string;
  type: string;
  content: Buffer;
}

interface AuditOutboxTable {
  id: string;
  entry: ColumnType<AuditEntry, string, never>;
}

/** The tables of pharmacy-service. */
export interface PharmacyTables {
  locations: LocationTable;
  location_photos: PhotoTable;
  audit_outbox: AuditOutboxTable;
}

/** A location as the database has it. */
export type LocationRow = Selectable<LocationTable>;
/** What to change of a location's row. */
export type LocationUpdate = Partial<Omit<LocationRow, 'id' | 'account_id' | 'slug'>>;
