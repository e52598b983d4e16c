import type { NoticeSender } from '@officina/shared/client/notifications';
import type { Logger } from '@officina/shared/logging/logger';
import type { Kysely } from 'kysely';

import type { Inventory } from './peers/inventory';
import type { PrescriptionTables } from './tables';

/** The database, or a transaction on it. */
export type Db = Kysely<PrescriptionTables>;

/** What every route of prescription-service works with. */
export interface PrescriptionKit {
  readonly db: Db;
  readonly inventory: Inventory;
  readonly notices: NoticeSender;
  readonly log: Logger;
}
