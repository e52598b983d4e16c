import { idParams } from '@officina/shared/service/api';
import { itemChange, itemQuery, newItem } from '../../../backend/services/inventory-service/src/schema';
import { bodyOf, paramsOf, queryOf } from '../../kit';
import { addItem, changeItem, removeItem } from '../changes';
import { pageOfItems } from '../lists';
import { itemOf, storedItem } from '../view';
import { placeOf } from './kit';
import type { InventoryKit } from './kit';

/** Listing, reading and changing items. */
export function itemHandlers(kit: InventoryKit) {
  const { http, guarded } = kit;
  return [
    http.get('/api/inventory/items', guarded(async ({ request, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      return response(200).json(pageOfItems(place, queryOf(request, itemQuery)));
    })),
    http.post('/api/inventory/items', guarded(async ({ request, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      return response(201).json(addItem(place, await bodyOf(request, newItem)));
    })),
    http.get('/api/inventory/items/{id}', guarded(async ({ request, params, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      const { id } = paramsOf(params, idParams);
      return response(200).json(itemOf(place, storedItem(place, id)));
    })),
    http.patch('/api/inventory/items/{id}', guarded(async ({ request, params, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      const { id } = paramsOf(params, idParams);
      return response(200).json(changeItem(place, id, await bodyOf(request, itemChange)));
    })),
    http.delete('/api/inventory/items/{id}', guarded(async ({ request, params, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      removeItem(place, paramsOf(params, idParams).id);
      return response(204).empty();
    })),
  ];
}
