import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { changeLocation } from '../changing';
import type { PharmacyKit } from '../kit';
import { byDate } from '../opening/schedule';
import { deliveryZoneList, holidayList, location } from '../schema';

const middleware = requireRight('users');

const putHolidays = createRoute({
  method: 'put',
  path: '/api/pharmacies/{id}/holidays',
  summary: 'Replace the holidays of a location: days when it is closed or has special hours',
  middleware,
  request: { params: idParams, body: jsonBody(holidayList) },
  responses: { 200: jsonAnswer(location, 'The location, its holidays by date') },
});

const putDeliveryZones = createRoute({
  method: 'put',
  path: '/api/pharmacies/{id}/delivery-zones',
  summary: 'Replace the districts that a location delivers to',
  middleware,
  request: { params: idParams, body: jsonBody(deliveryZoneList) },
  responses: { 200: jsonAnswer(location, 'The location') },
});

/** The lists of a location that are always given as a whole. */
export function addLists(api: Api, kit: PharmacyKit): void {
  api.openapi(putHolidays, async (c) => {
    const of = { id: c.req.valid('param').id, by: identity(c) };
    const holidays = byDate(c.req.valid('json').holidays);
    return c.json(await changeLocation(kit, of, () => ({ holidays })), 200);
  });
  api.openapi(putDeliveryZones, async (c) => {
    const of = { id: c.req.valid('param').id, by: identity(c) };
    const zones = c.req.valid('json').deliveryZones;
    return c.json(await changeLocation(kit, of, () => ({ delivery_zones: zones })), 200);
  });
}
