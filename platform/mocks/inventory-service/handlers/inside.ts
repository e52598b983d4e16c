import { idParams } from '@officina/shared/service/api';
import {
  accountFor,
  actorOf,
  refuseOtherAccount,
  refuseOutsiders,
} from '../../../backend/services/inventory-service/src/insider';
import { insideQuery, newReservation } from '../../../backend/services/inventory-service/src/schema';
import { bodyOf, paramsOf, queryOf } from '../../kit';
import { itemsThatFit } from '../lists';
import { dispense, release, reservation, reserve } from '../reservations';
import type { InventoryKit } from './kit';

/** What other services ask and tell. */
export function insideHandlers({ http, guarded, callers, state }: InventoryKit) {
  const insider = async (request: Request) => {
    const caller = await callers.any(request);
    refuseOutsiders(caller);
    return caller;
  };
  return [
    http.post('/internal/reservations', guarded(async ({ request, response }) => {
      const caller = await insider(request);
      const wanted = await bodyOf(request, newReservation);
      refuseOtherAccount(caller, wanted.accountId);
      return response(201).json({ id: reserve(state, wanted) });
    })),
    http.delete('/internal/reservations/{id}', guarded(async ({ request, params, response }) => {
      const caller = await insider(request);
      const { id, accountId } = reservation(state, paramsOf(params, idParams).id);
      refuseOtherAccount(caller, accountId);
      release(state, id);
      return response(204).empty();
    })),
    http.post('/internal/reservations/{id}/dispense', guarded(async ({ request, params, response }) => {
      const caller = await insider(request);
      const { id, accountId } = reservation(state, paramsOf(params, idParams).id);
      refuseOtherAccount(caller, accountId);
      dispense(state, id, actorOf(caller));
      return response(204).empty();
    })),
    http.get('/internal/items', guarded(async ({ request, response }) => {
      const caller = await insider(request);
      const { ids, accountId } = queryOf(request, insideQuery);
      const place = { state, accountId: accountFor(caller, accountId) };
      const items = itemsThatFit(place, {}).filter(({ id }) => ids.includes(id));
      return response(200).json({ items });
    })),
  ];
}
