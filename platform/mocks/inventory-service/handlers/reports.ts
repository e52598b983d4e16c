import { csvHeaders } from '@officina/shared/csv/csv';
import {
  EXPORT_LIMIT,
  movesFile,
  stockFile,
  totalsOf,
} from '../../../backend/services/inventory-service/src/reports/files';
import { period } from '../../../backend/services/inventory-service/src/reports/schema';
import { paging } from '../../../backend/services/inventory-service/src/schema';
import { page, queryOf } from '../../kit';
import { itemsThatFit, movesWithin, unitsByKind } from '../lists';
import { placeOf } from './kit';
import type { InventoryKit } from './kit';

const pagedPeriod = period.extend(paging);

/** Reports on stock and moves. */
export function reportHandlers(kit: InventoryKit) {
  const { http, guarded } = kit;
  return [
    http.get('/api/inventory/reports/stock', guarded(async ({ request, response }) => {
      const items = itemsThatFit(await placeOf(kit, request, 'reports'), {});
      return response(200).json({ items, totals: totalsOf(items) });
    })),
    http.get('/api/inventory/reports/stock.csv', guarded(async ({ request, response }) => {
      const items = itemsThatFit(await placeOf(kit, request, 'reports'), {});
      return response(200).text(stockFile(items), { headers: csvHeaders('stock') });
    })),
    http.get('/api/inventory/reports/moves', guarded(async ({ request, response }) => {
      const place = await placeOf(kit, request, 'reports');
      const query = queryOf(request, pagedPeriod);
      const found = movesWithin(place, query);
      return response(200).json({ ...page(found, query), totals: unitsByKind(found) });
    })),
    http.get('/api/inventory/reports/moves.csv', guarded(async ({ request, response }) => {
      const place = await placeOf(kit, request, 'reports');
      const found = movesWithin(place, queryOf(request, period)).slice(0, EXPORT_LIMIT);
      return response(200).text(movesFile(found), { headers: csvHeaders('stock-moves') });
    })),
  ];
}
