import type { Hub } from '@officina/shared/events/hub';
import type { Logger } from '@officina/shared/logging/logger';
import type { Kysely } from 'kysely';

import type { NotificationSettings } from './settings';
import type { NotificationTables } from './tables';

/** The database, or a transaction on it. */
export type Db = Kysely<NotificationTables>;

/** What every route of notification-service works with. */
export interface NotificationKit {
  readonly db: Db;
  readonly hub: Hub;
  readonly settings: NotificationSettings;
  readonly log: Logger;
}
