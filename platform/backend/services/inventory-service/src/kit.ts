import type { Kysely } from 'kysely';

import type { InventoryTables } from './tables';

/** The database, or a transaction on it. */
export type Db = Kysely<InventoryTables>;

/** What every route of inventory-service works with. */
export interface InventoryKit {
  readonly db: Db;
}

/** One row of an account. */
export interface Key {
  readonly id: string;
  readonly accountId: string;
}
