import { noticeSender } from '@officina/shared/client/notifications';
import { Database } from '@officina/shared/database/database';
import { Hub } from '@officina/shared/events/hub';
import { requireRight } from '@officina/shared/identity/guards';
import { startService } from '@officina/shared/service/start';

import { name as packageName, version } from '../package.json';
import type { TeleconsultationKit } from './kit';
import { migrations } from './migrations';
import { prescriptions } from './peers/prescriptions';
import { addChat } from './routes/chat';
import { addConsultations } from './routes/consultations';
import { addEvents } from './routes/events';
import { addNotes } from './routes/notes';
import { addSlots } from './routes/slots';
import { addSteps } from './routes/steps';
import { teleconsultationEnvironment } from './settings';
import type { TeleconsultationTables } from './tables';

const name = packageName.replace('@officina/', '');

startService({
  name,
  version,
  environment: teleconsultationEnvironment,
  create: ({ settings, log }) => {
    const { DATABASE_URL: url, INTERNAL_KEY: internalKey } = settings;
    const database = new Database<TeleconsultationTables>({ url, service: name, migrations, log });
    const { db } = database;
    const kit: TeleconsultationKit = {
      db,
      hub: new Hub(),
      notices: noticeSender({ db, self: name, url: settings.NOTIFICATION_URL, internalKey, log }),
      prescriptions: prescriptions({ self: name, url: settings.PRESCRIPTION_URL, internalKey }),
      settings,
      log,
    };
    return {
      parts: { database },
      internalKey,
      addRoutes: (api) => {
        api.use('/api/consultations/*', requireRight('consultations'));
        addSlots(api, kit);
        addConsultations(api, kit);
        addSteps(api, kit);
        addChat(api, kit);
        addNotes(api, kit);
        addEvents(api, kit);
      },
    };
  },
});
