import { defineMock, need } from 'groundwork-e2e/mocks';
import type { paths } from '../../contracts/inventory-service';
import { mockKit } from '../kit';
import { attentionHandlers } from './handlers/attention';
import { insideHandlers } from './handlers/inside';
import { itemHandlers } from './handlers/items';
import type { InventoryKit } from './handlers/kit';
import { reportHandlers } from './handlers/reports';
import { stockHandlers } from './handlers/stock';
import { emptyState } from './state';

const service = 'inventory-service';

/** inventory-service without a database: items, stock, reservations and reports of every account in memory. */
export default defineMock<paths>({
  service,
  beyond: ['* /*'],
  create: ({ http, env, log }) => {
    const failed = (error: unknown) => log.error({ err: error }, 'request failed unexpectedly');
    const base = mockKit({ service, internalKey: need(env, 'INTERNAL_KEY'), failed });
    const kit: InventoryKit = { ...base, http, state: emptyState() };
    return [
      ...itemHandlers(kit),
      ...stockHandlers(kit),
      ...attentionHandlers(kit),
      ...reportHandlers(kit),
      ...insideHandlers(kit),
      http.untyped.all('/*', base.nothingElse),
    ];
  },
});
