import type { Kysely } from 'kysely';

import type { AuditOutbox } from './audit/outbox';
import type { PharmacyTables } from './tables';
import type { UserClient } from './userClient';

/** The database, or a transaction on it. */
export type Db = Kysely<PharmacyTables>;

/** What every route of pharmacy-service works with. */
export interface PharmacyKit {
  readonly db: Db;
  readonly users: UserClient;
  readonly audit: AuditOutbox;
}
