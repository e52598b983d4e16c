import type { Kysely } from 'kysely';

import type { AuthClient } from './authClient';
import type { UserTables } from './tables';

/** The database, or a transaction on it. */
export type Db = Kysely<UserTables>;

/** What every route of user-service works with. */
export interface UserKit {
  readonly db: Db;
  readonly auth: AuthClient;
}
