import { idParams } from '@officina/shared/service/api';
import { deedsOfAdding } from '../../backend/services/pharmacy-service/src/audit/deeds';
import { checkManager, updateOf } from '../../backend/services/pharmacy-service/src/editing';
import { byDate } from '../../backend/services/pharmacy-service/src/opening/schedule';
import { refuseIncomplete } from '../../backend/services/pharmacy-service/src/publishing';
import {
  deliveryZoneList,
  holidayList,
  locationChange,
  newLocation,
} from '../../backend/services/pharmacy-service/src/schema';
import { bodyOf, paramsOf } from '../kit';
import { changeLocation, type Desk } from './desk';

function wholes(desk: Desk) {
  const { http, guarded, callers, store, users, tell } = desk;
  return [
    http.post('/api/pharmacies', guarded(async ({ request, response }) => {
      const caller = await callers.withRight(request, 'users');
      const input = await bodyOf(request, newLocation);
      refuseIncomplete({ status: 'draft', openingHours: [] }, input);
      await checkManager(users, caller.accountId, input.managerId);
      const fresh = store.add(caller.accountId, input);
      await tell(caller, deedsOfAdding(fresh));
      return response(201).json(fresh);
    })),
    http.patch('/api/pharmacies/{id}', guarded(async ({ request, params, response }) => {
      const by = await callers.withRight(request, 'users');
      const { accountId } = by;
      const { id } = paramsOf(params, idParams);
      const wanted = await bodyOf(request, locationChange);
      const before = store.location({ id, accountId });
      if (wanted.managerId !== before.manager_id) await checkManager(users, accountId, wanted.managerId);
      return response(200).json(await changeLocation(desk, { id, by }, (now) => updateOf(now, wanted)));
    })),
    http.delete('/api/pharmacies/{id}', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'users');
      const gone = store.location({ id: paramsOf(params, idParams).id, accountId: caller.accountId });
      store.remove(gone);
      await tell(caller, [{ action: 'location.deleted', location: gone }]);
      return response(204).empty();
    })),
  ];
}

function lists(desk: Desk) {
  const { http, guarded, callers } = desk;
  return [
    http.put('/api/pharmacies/{id}/holidays', guarded(async ({ request, params, response }) => {
      const of = { by: await callers.withRight(request, 'users'), id: paramsOf(params, idParams).id };
      const { holidays } = await bodyOf(request, holidayList);
      return response(200).json(await changeLocation(desk, of, () => ({ holidays: byDate(holidays) })));
    })),
    http.put('/api/pharmacies/{id}/delivery-zones', guarded(async ({ request, params, response }) => {
      const of = { by: await callers.withRight(request, 'users'), id: paramsOf(params, idParams).id };
      const { deliveryZones: zones } = await bodyOf(request, deliveryZoneList);
      return response(200).json(await changeLocation(desk, of, () => ({ delivery_zones: zones })));
    })),
  ];
}

/** Adding, changing and deleting locations, and the lists that are always given as a whole. */
export function changeHandlers(desk: Desk) {
  return [...wholes(desk), ...lists(desk)];
}
