import type { Migrations } from '@officina/shared/database/migrate';

import { first } from './001-first';

/** All migrations of notification-service. */
export const migrations: Migrations = { '001-first': first };
