import { Database } from '@officina/shared/database/database';
import { requireService } from '@officina/shared/identity/guards';
import { startService } from '@officina/shared/service/start';
import { requestLimit } from '@officina/shared/uploads/upload';

import { name as packageName, version } from '../package.json';
import { auditOutbox } from './audit/outbox';
import type { PharmacyKit } from './kit';
import { migrations } from './migrations';
import { PHOTOS } from './photos';
import { addLists } from './routes/lists';
import { addLocationChanges } from './routes/locationChanges';
import { addLocations } from './routes/locations';
import { addPhotos } from './routes/photos';
import { addPublicPage } from './routes/publicPage';
import { addVerification } from './routes/verification';
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
    const kit: PharmacyKit = { db: database.db, users, audit };
    return {
      parts: { database },
      internalKey,
      bodyLimit: requestLimit(PHOTOS.most),
      addRoutes: (api) => {
        api.use('/internal/*', requireService);
        addPublicPage(api, kit);
        addLocations(api, kit);
        addLocationChanges(api, kit);
        addLists(api, kit);
        addPhotos(api, kit);
        addVerification(api, kit);
      },
    };
  },
});
