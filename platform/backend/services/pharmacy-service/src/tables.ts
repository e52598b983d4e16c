import type { AuditEntry } from '@officina/shared/audit/entry';
import type { ColumnType, Generated } from 'kysely';

/** The countries a location can be in. */
export type Country = 'CH' | 'DE' | 'FR' | 'AT';

/** When a location is open on one day of the week, Monday being 1; twice a day is possible. */
export interface OpeningTime {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

interface LocationTable {
  id: Generated<string>;
  account_id: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  country: Country;
  phone: string;
  manager_id: string | null;
  opening_hours: ColumnType<readonly OpeningTime[], string, string>;
  status: 'draft' | 'published';
  created_at: Generated<Date>;
}

interface AuditOutboxTable {
  id: string;
  entry: ColumnType<AuditEntry, string, never>;
}

/** The tables of pharmacy-service. */
export interface PharmacyTables {
  locations: LocationTable;
  audit_outbox: AuditOutboxTable;
}
