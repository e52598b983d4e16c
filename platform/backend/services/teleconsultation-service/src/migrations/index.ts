import { outgoingNotices } from '@officina/shared/client/notifications';
import type { Migrations } from '@officina/shared/database/migrate';

import { first } from './001-first';

/** All migrations of teleconsultation-service. */
export const migrations: Migrations = {
  '001-first': first,
  '002-outgoing-notices': outgoingNotices,
};
