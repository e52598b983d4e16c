import { idParams } from '@officina/shared/service/api';
import { locationQuery } from '../../backend/services/pharmacy-service/src/schema';
import { paramsOf, queryOf } from '../kit';
import type { Desk } from './desk';
import { viewOf } from './store';

/** The locations of an account, for its users. */
export function readingHandlers({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/pharmacies', guarded(async ({ request, response }) => {
      const { accountId } = await callers.user(request);
      const items = store.of(accountId, queryOf(request, locationQuery).search);
      return response(200).json({ items, total: items.length });
    })),
    http.get('/api/pharmacies/{id}', guarded(async ({ request, params, response }) => {
      const { accountId } = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      return response(200).json(viewOf(store.location({ id, accountId })));
    })),
  ];
}
