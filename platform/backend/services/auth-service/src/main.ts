import { Database } from '@officina/shared/database/database';
import { requireService } from '@officina/shared/identity/guards';
import { startService } from '@officina/shared/service/start';

import { name as packageName, version } from '../package.json';
import type { AuthKit } from './kit';
import { secretBox } from './mfa/secretBox';
import { migrations } from './migrations';
import { addInternalAccounts } from './routes/internalAccounts';
import { addInternalUsers } from './routes/internalUsers';
import { addIntrospection } from './routes/introspect';
import { addInvitations } from './routes/invitations';
import { addMfa } from './routes/mfa';
import { addMfaPolicy } from './routes/mfaPolicy';
import { addPassword } from './routes/password';
import { addRefresh } from './routes/refresh';
import { addRegistration } from './routes/register';
import { addSecondStep } from './routes/secondStep';
import { addSessions } from './routes/sessions';
import { addSignIn } from './routes/signIn';
import { authEnvironment } from './settings';
import type { AuthTables } from './tables';
import { accessTokens } from './tokens/accessTokens';

const name = packageName.replace('@officina/', '');

startService({
  name,
  version,
  environment: authEnvironment,
  create: ({ settings, log }) => {
    const url = settings.DATABASE_URL;
    const database = new Database<AuthTables>({ url, service: name, migrations, log });
    const kit: AuthKit = {
      db: database.db,
      settings,
      access: accessTokens(settings.TOKEN_SECRET, settings.ACCESS_TOKEN_SECONDS),
      box: secretBox(settings.TOKEN_SECRET),
      log,
    };
    return {
      parts: { database },
      internalKey: settings.INTERNAL_KEY,
      addRoutes: (api) => {
        api.use('/internal/*', requireService);
        addRegistration(api, kit);
        addSignIn(api, kit);
        addSecondStep(api, kit);
        addRefresh(api, kit);
        addSessions(api, kit);
        addPassword(api, kit);
        addMfa(api, kit);
        addMfaPolicy(api, kit);
        addInvitations(api, kit);
        addIntrospection(api, kit);
        addInternalUsers(api, kit);
        addInternalAccounts(api, kit);
      },
    };
  },
});
