import { Database } from '@officina/shared/database/database';
import { startService } from '@officina/shared/service/start';

import { name as packageName, version } from '../package.json';
import { auditOutbox } from './audit/outbox';
import { migrations } from './migrations';
import { addLocationChanges } from './routes/locationChanges';
import { addLocations } from './routes/locations';
import { pharmacyEnvironment } from './settings';
import type { PharmacyTables } from './tables';
import { userClient } from './userClient';

const name = packageName.replace('@officina/', '');
const TELL_AGAIN_MS = 2_000;

startService({
  name,
  version,
  environment: pharmacyEnvironment,
  create: ({ settings, log }) => {
    const { DATABASE_URL: url, INTERNAL_KEY: internalKey, USER_URL } = settings;
    const database = new Database<PharmacyTables>({ url, service: name, migrations, log });
    const users = userClient({ self: name, url: USER_URL, internalKey, timeoutMs: 2_000 });
    const audit = auditOutbox({ db: database.db, users, log });
    setInterval(() => {
      if (database.blocked() === undefined) void audit.flush();
    }, TELL_AGAIN_MS).unref();
    return {
      parts: { database },
      internalKey,
      addRoutes: (api) => {
        addLocations(api, { db: database.db, users, audit });
        addLocationChanges(api, { db: database.db, users, audit });
      },
    };
  },
});
