import { identity, requireRight, requireRole } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { UserKit } from '../kit';
import { user, userChange } from '../schema';
import { changeUser, removeUser, switchUser } from '../users/change';

const request = { params: idParams };

const change = createRoute({
  method: 'patch',
  path: '/api/users/{id}',
  summary: 'Change a user',
  middleware: requireRight('users'),
  request: { ...request, body: jsonBody(userChange) },
  responses: { 200: jsonAnswer(user, 'The user') },
});

const deactivate = createRoute({
  method: 'post',
  path: '/api/users/{id}/deactivate',
  summary: 'Deactivate a user and end the sessions',
  middleware: requireRight('users'),
  request,
  responses: { 200: jsonAnswer(user, 'The user') },
});

const activate = createRoute({
  method: 'post',
  path: '/api/users/{id}/activate',
  summary: 'Activate a user again',
  middleware: requireRight('users'),
  request,
  responses: { 200: jsonAnswer(user, 'The user') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/users/{id}',
  summary: 'Delete a user',
  middleware: requireRole('owner'),
  request,
  responses: { 204: { description: 'Deleted' } },
});

/** Changing, deactivating and deleting users. */
export function addUserChanges(api: Api, kit: UserKit): void {
  api.openapi(change, async (c) => {
    const deed = { caller: identity(c), id: c.req.valid('param').id };
    return c.json(await changeUser(kit, deed, c.req.valid('json')), 200);
  });
  api.openapi(deactivate, async (c) => {
    const deed = { caller: identity(c), id: c.req.valid('param').id };
    return c.json(await switchUser(kit, deed, 'deactivated'), 200);
  });
  api.openapi(activate, async (c) => {
    const deed = { caller: identity(c), id: c.req.valid('param').id };
    return c.json(await switchUser(kit, deed, 'active'), 200);
  });
  api.openapi(remove, async (c) => {
    await removeUser(kit, { caller: identity(c), id: c.req.valid('param').id });
    return c.body(null, 204);
  });
}
