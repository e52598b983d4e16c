import { idParams } from '@officina/shared/service/api';
import { accountOf, accountUserOf } from '../../backend/services/auth-service/src/people';
import { accountChange, eventsQuery } from '../../backend/services/auth-service/src/requests';
import { bodyOf, paramsOf, queryOf } from '../kit';
import type { Desk } from './desk';

/** Accounts, for user-service. */
export function accountHandlers({ http, guarded, callers, people, events }: Desk) {
  return [
    http.get('/internal/accounts/{id}', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      return response(200).json(accountOf(people.account(paramsOf(params, idParams).id)));
    })),
    http.patch('/internal/accounts/{id}', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      const { id } = paramsOf(params, idParams);
      return response(200).json(accountOf(people.changeAccount(id, await bodyOf(request, accountChange))));
    })),
    http.get('/internal/accounts/{id}/users', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      return response(200).json(people.ofAccount(paramsOf(params, idParams).id).map(accountUserOf));
    })),
    http.get('/internal/accounts/{id}/events', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      const { after } = queryOf(request, eventsQuery);
      return response(200).json(events.after(paramsOf(params, idParams).id, after));
    })),
  ];
}
