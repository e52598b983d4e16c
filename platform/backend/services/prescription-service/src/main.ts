import { noticeSender } from '@officina/shared/client/notifications';
import { Database } from '@officina/shared/database/database';
import { requireRight, requireService } from '@officina/shared/identity/guards';
import { startService } from '@officina/shared/service/start';
import { requestLimit } from '@officina/shared/uploads/upload';

import { name as packageName, version } from '../package.json';
import type { PrescriptionKit } from './kit';
import { migrations } from './migrations';
import { inventory } from './peers/inventory';
import { addChecks } from './routes/checks';
import { addInternal } from './routes/internal';
import { addLabel } from './routes/label';
import { addPrescriptions } from './routes/prescriptions';
import { addProfiles } from './routes/profiles';
import { addReading } from './routes/reading';
import { addSteps } from './routes/steps';
import { addUploads } from './routes/uploads';
import { prescriptionEnvironment } from './settings';
import type { PrescriptionTables } from './tables';
import { UPLOADS } from './uploading';

const name = packageName.replace('@officina/', '');

startService({
  name,
  version,
  environment: prescriptionEnvironment,
  create: ({ settings, log }) => {
    const { DATABASE_URL: url, INTERNAL_KEY: internalKey } = settings;
    const database = new Database<PrescriptionTables>({ url, service: name, migrations, log });
    const { db } = database;
    const kit: PrescriptionKit = {
      db,
      inventory: inventory({ self: name, url: settings.INVENTORY_URL, internalKey }),
      notices: noticeSender({ db, self: name, url: settings.NOTIFICATION_URL, internalKey, log }),
      log,
    };
    return {
      parts: { database },
      internalKey,
      bodyLimit: requestLimit(UPLOADS.most),
      addRoutes: (api) => {
        api.use('/internal/*', requireService);
        api.use('/api/prescriptions/*', requireRight('prescriptions'));
        addProfiles(api, kit);
        addUploads(api, kit);
        addPrescriptions(api, kit);
        addReading(api, kit);
        addSteps(api, kit);
        addChecks(api, kit);
        addLabel(api, kit);
        addInternal(api, kit);
      },
    };
  },
});
