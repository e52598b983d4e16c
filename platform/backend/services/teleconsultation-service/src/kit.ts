import type { NoticeSender } from '@officina/shared/client/notifications';
import type { Hub } from '@officina/shared/events/hub';
import type { Logger } from '@officina/shared/logging/logger';
import type { Kysely } from 'kysely';

import type { Prescriptions } from './peers/prescriptions';
import type { TeleconsultationSettings } from './settings';
import type { TeleconsultationTables } from './tables';

/** The database, or a transaction on it. */
export type Db = Kysely<TeleconsultationTables>;

/** What every route of teleconsultation-service works with. */
export interface TeleconsultationKit {
  readonly db: Db;
  readonly hub: Hub;
  readonly notices: NoticeSender;
  readonly prescriptions: Prescriptions;
  readonly settings: TeleconsultationSettings;
  readonly log: Logger;
}
