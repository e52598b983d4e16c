import { auditEntry } from '@officina/shared/audit/entry';
import { idParams } from '@officina/shared/service/api';
import { accountQuery } from '../../backend/services/user-service/src/schema';
import { bodyOf, paramsOf, queryOf } from '../kit';
import type { UserHandlerKit } from './kit';

/** What other services ask and tell. */
export function insideHandlers({ http, guarded, callers, users }: UserHandlerKit) {
  return [
    http.get('/internal/users/{id}', guarded(async ({ request, params, response }) => {
      await callers.service(request);
      const key = { ...paramsOf(params, idParams), ...queryOf(request, accountQuery) };
      const { id, name, email, role, status } = await users.auth.user(key);
      return response(200).json({ id, name, email, role, status });
    })),
    http.post('/internal/audit', guarded(async ({ request, response }) => {
      await callers.service(request);
      await users.store.audit.keep(await bodyOf(request, auditEntry));
      return response(204).empty();
    })),
  ];
}
