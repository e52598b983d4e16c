import type { Kysely } from 'kysely';

import type { UserTables } from '../../tables';

/** The database of user-service. */
export type Db = Kysely<UserTables>;
