import { identity, requireRight, requireRole } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { UserKit } from '../kit';
import { permissions, permissionsChange } from '../schema';
import { changePermissions, permissionsOf } from '../users/permissions';

const path = '/api/users/{id}/permissions';

const read = createRoute({
  method: 'get',
  path,
  summary: 'The rights of a user',
  middleware: requireRight('users'),
  request: { params: idParams },
  responses: { 200: jsonAnswer(permissions, 'The rights') },
});

const change = createRoute({
  method: 'put',
  path,
  summary: 'Grant or deny rights to a user',
  middleware: requireRole('owner'),
  request: { params: idParams, body: jsonBody(permissionsChange) },
  responses: { 200: jsonAnswer(permissions, 'The rights') },
});

/** The rights of single users. */
export function addPermissions(api: Api, kit: UserKit): void {
  api.openapi(read, async (c) => {
    const key = { id: c.req.valid('param').id, accountId: identity(c).accountId };
    return c.json(permissionsOf(await kit.auth.user(key)), 200);
  });
  api.openapi(change, async (c) => {
    const deed = { caller: identity(c), id: c.req.valid('param').id };
    return c.json(await changePermissions(kit, deed, c.req.valid('json').overrides), 200);
  });
}
