import { csvHeaders } from '@officina/shared/csv/csv';
import { idParams } from '@officina/shared/service/api';
import { changeAccount, readAccount } from '../../backend/services/user-service/src/account/settings';
import { logFile, pageOfLog } from '../../backend/services/user-service/src/audit/log';
import { auditFilter, auditQuery } from '../../backend/services/user-service/src/audit/schema';
import { accountChange, permissionsChange } from '../../backend/services/user-service/src/schema';
import { changePermissions, permissionsOf } from '../../backend/services/user-service/src/users/permissions';
import { bodyOf, paramsOf, queryOf } from '../kit';
import type { UserHandlerKit } from './kit';

/** The settings of the account, and the rights of single users. */
export function accountHandlers({ http, guarded, callers, users }: UserHandlerKit) {
  return [
    http.get('/api/account', guarded(async ({ request, response }) => {
      const caller = await callers.user(request);
      return response(200).json(await readAccount(users, caller));
    })),
    http.patch('/api/account', guarded(async ({ request, response }) => {
      const caller = await callers.withRole(request, 'owner');
      return response(200).json(await changeAccount(users, caller, await bodyOf(request, accountChange)));
    })),
    http.get('/api/users/{id}/permissions', guarded(async ({ request, params, response }) => {
      const { accountId } = await callers.withRight(request, 'users');
      const known = await users.auth.user({ ...paramsOf(params, idParams), accountId });
      return response(200).json(permissionsOf(known));
    })),
    http.put('/api/users/{id}/permissions', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRole(request, 'owner');
      const deed = { caller, id: paramsOf(params, idParams).id };
      const { overrides } = await bodyOf(request, permissionsChange);
      return response(200).json(await changePermissions(users, deed, overrides));
    })),
  ];
}

/** Reading and exporting the audit log. */
export function auditHandlers({ http, guarded, callers, users }: UserHandlerKit) {
  return [
    http.get('/api/audit', guarded(async ({ request, response }) => {
      const { accountId } = await callers.withRight(request, 'users');
      return response(200).json(await pageOfLog(users, accountId, queryOf(request, auditQuery)));
    })),
    http.get('/api/audit/export.csv', guarded(async ({ request, response }) => {
      const { accountId } = await callers.withRight(request, 'users');
      const file = await logFile(users, accountId, queryOf(request, auditFilter));
      return response(200).text(file, { headers: csvHeaders('audit-log') });
    })),
  ];
}
