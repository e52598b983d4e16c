import { Database } from '@officina/shared/database/database';
import { startService } from '@officina/shared/service/start';

import { name as packageName, version } from '../package.json';
import type { InventoryKit } from './kit';
import { migrations } from './migrations';
import { addAttention } from './routes/attention';
import { addInternal, requireInsider } from './routes/internal';
import { addItems } from './routes/items';
import { addReports } from './routes/reports';
import { addScan } from './routes/scan';
import { addStock } from './routes/stock';
import { inventoryEnvironment } from './settings';
import type { InventoryTables } from './tables';

const name = packageName.replace('@officina/', '');

startService({
  name,
  version,
  environment: inventoryEnvironment,
  create: ({ settings, log }) => {
    const { DATABASE_URL: url, INTERNAL_KEY: internalKey } = settings;
    const database = new Database<InventoryTables>({ url, service: name, migrations, log });
    const kit: InventoryKit = { db: database.db };
    return {
      parts: { database },
      internalKey,
      addRoutes: (api) => {
        api.use('/internal/*', requireInsider);
        addItems(api, kit);
        addStock(api, kit);
        addScan(api, kit);
        addAttention(api, kit);
        addReports(api, kit);
        addInternal(api, kit);
      },
    };
  },
});
