import { readCode } from '../../../backend/services/inventory-service/src/codes/scan';
import { unknownCode } from '../../../backend/services/inventory-service/src/refusals';
import { alertQuery, codeParams } from '../../../backend/services/inventory-service/src/schema';
import { paramsOf, queryOf } from '../../kit';
import { expiringBatches, itemsThatFit } from '../lists';
import { batchesOf, batchOf, itemOf, itemWithGtin } from '../view';
import type { Place } from '../view';
import { placeOf } from './kit';
import type { InventoryKit } from './kit';

function suggestions(place: Place) {
  return itemsThatFit(place, {})
    .filter((item) => item.available <= item.reorderLevel && item.available < item.targetLevel)
    .map((item) => ({ item, quantity: item.targetLevel - item.available }));
}

function scanned(place: Place, text: string) {
  const parsed = readCode(text);
  const found = itemWithGtin(place, parsed.gtin);
  if (!found) throw unknownCode(parsed.gtin);
  const batch = batchesOf(place, found.id).find(({ lot }) => lot === parsed.lot);
  return { item: itemOf(place, found), batch: batch ? batchOf(batch) : null, parsed };
}

/** What somebody should look after, and what a scanned code stands for. */
export function attentionHandlers(kit: InventoryKit) {
  const { http, guarded } = kit;
  return [
    http.get('/api/inventory/alerts', guarded(async ({ request, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      const { days } = queryOf(request, alertQuery);
      const low = itemsThatFit(place, { filter: 'low' });
      const out = itemsThatFit(place, { filter: 'out' });
      return response(200).json({ low, out, expiring: expiringBatches(place, days) });
    })),
    http.get('/api/inventory/reorder-suggestions', guarded(async ({ request, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      return response(200).json({ items: suggestions(place) });
    })),
    http.get('/api/inventory/scan/{code}', guarded(async ({ request, params, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      return response(200).json(scanned(place, paramsOf(params, codeParams).code));
    })),
  ];
}
