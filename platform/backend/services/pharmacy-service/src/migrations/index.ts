import type { Migrations } from '@officina/shared/database/migrate';

import { first } from './001-first';
import { publicPage } from './002-public-page';

/** All migrations of pharmacy-service. */
export const migrations: Migrations = { '001-first': first, '002-public-page': publicPage };
