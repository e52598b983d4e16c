import { Database } from '@officina/shared/database/database';
import { Hub } from '@officina/shared/events/hub';
import { requireService } from '@officina/shared/identity/guards';
import { startService } from '@officina/shared/service/start';
import { requestLimit } from '@officina/shared/uploads/upload';

import { name as packageName, version } from '../package.json';
import { ATTACHMENTS } from './attachments';
import { keepHouse } from './housekeeping';
import type { NotificationKit } from './kit';
import { migrations } from './migrations';
import { addAttachments } from './routes/attachments';
import { addEvents } from './routes/events';
import { addInternal } from './routes/internal';
import { addMessages } from './routes/messages';
import { addNotifications } from './routes/notifications';
import { addOutbox } from './routes/outbox';
import { addThreads } from './routes/threads';
import { notificationEnvironment } from './settings';
import { rememberPeople } from './store/people';
import type { NotificationTables } from './tables';

const name = packageName.replace('@officina/', '');

startService({
  name,
  version,
  environment: notificationEnvironment,
  create: ({ settings, log }) => {
    const url = settings.DATABASE_URL;
    const database = new Database<NotificationTables>({ url, service: name, migrations, log });
    const kit: NotificationKit = { db: database.db, hub: new Hub(), settings, log };
    keepHouse(kit);
    return {
      parts: { database },
      internalKey: settings.INTERNAL_KEY,
      bodyLimit: requestLimit(ATTACHMENTS.most),
      addRoutes: (api) => {
        api.use('/internal/*', requireService);
        api.use('/api/*', rememberPeople(kit.db));
        addThreads(api, kit);
        addMessages(api, kit);
        addAttachments(api, kit);
        addEvents(api, kit);
        addNotifications(api, kit);
        addOutbox(api, kit);
        addInternal(api, kit);
      },
    };
  },
});
