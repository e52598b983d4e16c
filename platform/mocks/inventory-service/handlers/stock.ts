import { notFound } from '@officina/shared/problems/problem';
import { idParams, z } from '@officina/shared/service/api';
import { goodsReceived, newMove, paging } from '../../../backend/services/inventory-service/src/schema';
import { bodyOf, page, paramsOf, queryOf } from '../../kit';
import { moveStock, receive } from '../changes';
import { moveOf } from '../lists';
import { batchesOf, batchOf, storedItem } from '../view';
import type { Place } from '../view';
import { deskOf, placeOf } from './kit';
import type { InventoryKit } from './kit';

const pages = z.object(paging);

// Those of an item that was taken off the list too.
function movesOf({ state, accountId }: Place, id: string) {
  const { items, moves } = state.of(accountId);
  if (!items.has(id)) throw notFound('item');
  return moves.filter(({ itemId }) => itemId === id).reverse().map(moveOf);
}

/** Batches and moves of an item. */
export function stockHandlers(kit: InventoryKit) {
  const { http, guarded } = kit;
  return [
    http.get('/api/inventory/items/{id}/batches', guarded(async ({ request, params, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      const { id } = storedItem(place, paramsOf(params, idParams).id);
      return response(200).json({ items: batchesOf(place, id).map(batchOf) });
    })),
    http.post('/api/inventory/items/{id}/batches', guarded(async ({ request, params, response }) => {
      const { place, actor } = await deskOf(kit, request);
      const { id } = paramsOf(params, idParams);
      const goods = await bodyOf(request, goodsReceived);
      return response(201).json(receive(place, id, { goods, actor }));
    })),
    http.get('/api/inventory/items/{id}/moves', guarded(async ({ request, params, response }) => {
      const place = await placeOf(kit, request, 'inventory');
      const { id } = paramsOf(params, idParams);
      const wanted = queryOf(request, pages);
      return response(200).json(page(movesOf(place, id), wanted));
    })),
    http.post('/api/inventory/items/{id}/moves', guarded(async ({ request, params, response }) => {
      const { place, actor } = await deskOf(kit, request);
      const { id } = paramsOf(params, idParams);
      const wanted = await bodyOf(request, newMove);
      return response(201).json(moveStock(place, id, { wanted, actor }));
    })),
  ];
}
