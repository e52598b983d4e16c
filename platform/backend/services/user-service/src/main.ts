import { Database } from '@officina/shared/database/database';
import { requireService } from '@officina/shared/identity/guards';
import { startService } from '@officina/shared/service/start';

import { name as packageName, version } from '../package.json';
import { authClient } from './authClient';
import type { UserKit } from './kit';
import { migrations } from './migrations';
import { addAccount } from './routes/account';
import { addAudit } from './routes/audit';
import { addDirectory } from './routes/directory';
import { addInternal } from './routes/internal';
import { addPermissions } from './routes/permissions';
import { addUserChanges } from './routes/userChanges';
import { addUsers } from './routes/users';
import { userEnvironment } from './settings';
import { postgresStore } from './store/postgres';
import type { UserTables } from './tables';

const name = packageName.replace('@officina/', '');

startService({
  name,
  version,
  environment: userEnvironment,
  create: ({ settings, log }) => {
    const { DATABASE_URL: url, INTERNAL_KEY: internalKey, AUTH_URL } = settings;
    const database = new Database<UserTables>({ url, service: name, migrations, log });
    const auth = authClient({ self: name, url: AUTH_URL, internalKey });
    const kit: UserKit = { store: postgresStore(database.db), auth };
    return {
      parts: { database },
      internalKey,
      addRoutes: (api) => {
        api.use('/internal/*', requireService);
        addDirectory(api, kit);
        addUsers(api, kit);
        addUserChanges(api, kit);
        addPermissions(api, kit);
        addAudit(api, kit);
        addAccount(api, kit);
        addInternal(api, kit);
      },
    };
  },
});
